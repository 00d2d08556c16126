package court.archive.render;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;

/** A volume of a hundred pages: twenty of a scanned PDF, two photographs, two scans as PNG, the rest text, printed into the file named. */
final class HundredPages {

    private HundredPages() {}

    public static void main(String[] arguments) throws IOException {
        Volume volume = Papers.volume(items().toArray(Item[]::new));
        try (PdfVolumeRenderer renderer = new PdfVolumeRenderer(new RenderLimits(Duration.ofMinutes(2), 500, 128))) {
            Instant start = Instant.now();
            Rendered rendered = renderer.render(volume, Path.of(arguments[0]));
            Duration taken = Duration.between(start, Instant.now());
            System.out.printf("%d pages in %d ms, %s%n", rendered.pages(), taken.toMillis(), rendered.unshown());
        }
    }

    private static List<Item> items() throws IOException {
        List<Item> items = new ArrayList<>();
        items.add(Papers.copy(Section.BASIS, "判决书", Papers.original("判决书.pdf", "application/pdf", scans(20))));
        byte[] photo = Papers.picture("jpg", 4000, 3000);
        byte[] scan = Papers.picture("png", 1240, 1754);
        for (int i = 1; i <= 2; i++) {
            items.add(Papers.copy(Section.PROPERTY, "照片" + i, Papers.original(i + ".jpg", "image/jpeg", photo)));
        }
        for (int i = 1; i <= 2; i++) {
            items.add(Papers.copy(Section.IDENTITY, "证件" + i, Papers.original(i + ".png", "image/png", scan)));
        }
        for (int i = 1; i <= 76; i++) {
            items.add(
                    Papers.form(Section.TALKS, "谈话笔录" + i, List.of(new Row("参加人", "𠮷某")), "问：是否收到？答：收到。".repeat(40)));
        }
        return items;
    }

    private static byte[] scans(int pages) throws IOException {
        try (PDDocument document = new PDDocument()) {
            for (int i = 0; i < pages; i++) {
                PDPage page = new PDPage(PDRectangle.A4);
                document.addPage(page);
                byte[] scan = Papers.picture("jpg", 1654, 2339 - i);
                try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                    content.drawImage(JPEGFactory.createFromByteArray(document, scan), 0, 0, 595, 842);
                }
            }
            return Papers.bytes(document);
        }
    }
}
