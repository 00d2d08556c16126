package court.archive.render;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.FontMappers;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/** Draws each page of a PDF at 150 dots an inch. */
final class PdfPictures {

    private static final float DOTS_PER_POINT = 150 / 72f;

    private PdfPictures() {}

    static void draw(Path file, Path folder, int most) throws IOException, PageProgram.NotDrawn {
        FontMappers.set(new OwnFonts());
        try (PDDocument document =
                Loader.loadPDF(file.toFile(), "", null, null, IOUtils.createMemoryOnlyStreamCache())) {
            if (document.getNumberOfPages() > most) {
                throw new PageProgram.NotDrawn(UnshownReason.TOO_MANY_PAGES);
            }
            PDFRenderer renderer = new PDFRenderer(document);
            renderer.setSubsamplingAllowed(true);
            int number = 0;
            for (PDPage page : document.getPages()) {
                BufferedImage picture = renderer.renderImage(number, scale(page), ImageType.RGB);
                number++;
                Picture.write(picture, folder, number);
            }
            if (number == 0) {
                throw new PageProgram.NotDrawn(UnshownReason.BROKEN);
            }
        }
    }

    // a poster is drawn smaller: what counts is the sheet it is printed on
    private static float scale(PDPage page) {
        PDRectangle box = page.getCropBox();
        float longest = Math.max(box.getWidth(), box.getHeight());
        return Math.min(DOTS_PER_POINT, Picture.LONGEST_SIDE / longest);
    }
}
