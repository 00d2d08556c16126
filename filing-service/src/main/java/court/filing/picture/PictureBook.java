package court.filing.picture;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Iterator;
import org.apache.pdfbox.io.MemoryUsageSetting;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.util.Matrix;

/**
 * Puts pictures together as one PDF, each upright on an A4 page of its own: a JPEG with the bytes it came with, a PNG without
 * loss. One book at a time, in memory only, for on disk the pages would lie in the clear.
 */
public final class PictureBook {

    /** Bytes of all pictures of a book. */
    public static final long MOST_BYTES = 40L * 1024 * 1024;

    public static final int MOST_PAGES = 50;

    private static final float MARGIN = 18;
    private static final Object ONE_AT_A_TIME = new Object();

    private PictureBook() {}

    /** The bytes of a picture, asked for when its page is made. */
    public interface Picture {
        byte[] bytes() throws IOException;
    }

    /**
     * Writes the book.
     *
     * @throws UnfitPicture when a picture cannot be shown or would need too much memory
     */
    public static void write(Iterator<? extends Picture> pictures, OutputStream out) throws IOException {
        synchronized (ONE_AT_A_TIME) {
            var memory = MemoryUsageSetting.setupMainMemoryOnly(2 * MOST_BYTES).streamCache;
            try (PDDocument document = new PDDocument(memory)) {
                while (pictures.hasNext()) {
                    page(document, pictures.next().bytes());
                }
                document.save(out);
            }
        }
    }

    private static void page(PDDocument document, byte[] bytes) throws IOException {
        PictureHead head = PictureHead.of(bytes);
        PDImageXObject image = image(document, bytes, head);
        boolean sideways = head.orientation().isSideways();
        float width = sideways ? image.getHeight() : image.getWidth();
        float height = sideways ? image.getWidth() : image.getHeight();
        PDRectangle paper = width > height
                ? new PDRectangle(PDRectangle.A4.getHeight(), PDRectangle.A4.getWidth())
                : PDRectangle.A4;
        PDPage page = new PDPage(paper);
        document.addPage(page);
        float scale = Math.min((paper.getWidth() - 2 * MARGIN) / width, (paper.getHeight() - 2 * MARGIN) / height);
        Frame frame = Frame.centred(paper, width * scale, height * scale);
        try (PDPageContentStream content = new PDPageContentStream(document, page)) {
            content.drawImage(image, frame.upright(head.orientation().value()));
        }
    }

    private static PDImageXObject image(PDDocument document, byte[] bytes, PictureHead head) throws IOException {
        try {
            return head.isJpeg()
                    ? JPEGFactory.createFromByteArray(document, bytes)
                    : PDImageXObject.createFromByteArray(document, bytes, "page");
        } catch (IllegalArgumentException unknown) {
            throw new UnfitPicture("not a picture", unknown);
        }
    }

    /** Where a picture lies on the paper as it is to be seen, in points. */
    private record Frame(float left, float bottom, float width, float height) {

        static Frame centred(PDRectangle paper, float width, float height) {
            return new Frame((paper.getWidth() - width) / 2, (paper.getHeight() - height) / 2, width, height);
        }

        /** From the unit square of the picture as stored to the frame; Exif 2.32, tag 0x0112. */
        Matrix upright(int orientation) {
            float right = left + width;
            float top = bottom + height;
            return switch (orientation) {
                case 2 -> new Matrix(-width, 0, 0, height, right, bottom);
                case 3 -> new Matrix(-width, 0, 0, -height, right, top);
                case 4 -> new Matrix(width, 0, 0, -height, left, top);
                case 5 -> new Matrix(0, -height, -width, 0, right, top);
                case 6 -> new Matrix(0, -height, width, 0, left, top);
                case 7 -> new Matrix(0, height, width, 0, left, bottom);
                case 8 -> new Matrix(0, height, -width, 0, right, bottom);
                default -> new Matrix(width, 0, 0, height, left, bottom);
            };
        }
    }
}
