package court.archive.render;

import static org.assertj.core.api.Assertions.assertThat;

import court.archive.render.PageDrawer.Drawing;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PageDrawerTest {

    private static final String PDF = "application/pdf";
    private static final RenderLimits LIMITS = new RenderLimits(Duration.ofSeconds(60), 500, 128);

    @TempDir
    Path folder;

    @AfterEach
    void noProcessIsLeftBehind() {
        assertThat(ProcessHandle.current().descendants().filter(ProcessHandle::isAlive))
                .isEmpty();
    }

    @Test
    void everyPageOfAPdfIsDrawnAt150DotsAnInch() throws Exception {
        List<Path> pictures = pages(draw(LIMITS, PDF, Papers.pdf(3)));

        assertThat(pictures).hasSize(3);
        BufferedImage picture = ImageIO.read(pictures.getFirst().toFile());
        assertThat(picture.getWidth()).isBetween(1239, 1241);
        assertThat(picture.getHeight()).isBetween(1753, 1755);
        assertThat(hasInk(picture)).isTrue();
    }

    @Test
    void aColourScanAt600DotsAnInchIsDrawn() throws Exception {
        byte[] scan = Papers.picture("jpg", 4960, 7016);
        byte[] bytes;
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage(PDRectangle.A4);
            document.addPage(page);
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                content.drawImage(JPEGFactory.createFromByteArray(document, scan), 0, 0, 595, 842);
            }
            bytes = Papers.bytes(document);
        }

        assertThat(pages(draw(LIMITS, PDF, bytes))).hasSize(1);
        assertThat(pages(draw(LIMITS, "image/jpeg", scan))).hasSize(1);
    }

    @Test
    void chineseTextInAFontThatThePdfDoesNotBringIsDrawnWithOurs() throws Exception {
        byte[] bytes = Files.readAllBytes(Path.of("src/test/resources/court/archive/render/no-fonts.pdf"));

        BufferedImage picture =
                ImageIO.read(pages(draw(LIMITS, PDF, bytes)).getFirst().toFile());

        assertThat(hasInk(picture)).isTrue();
    }

    @Test
    void aPhotographTakenWithThePhoneOnItsSideStandsUpright() throws Exception {
        byte[] photo = withOrientation(Papers.picture("jpg", 400, 300), 6);

        BufferedImage picture =
                ImageIO.read(pages(draw(LIMITS, "image/jpeg", photo)).getFirst().toFile());

        assertThat(picture.getWidth()).isEqualTo(300);
        assertThat(picture.getHeight()).isEqualTo(400);
        int corner = picture.getRGB(290, 10);
        assertThat(corner >> 16 & 255)
                .as("the red corner has gone to the right")
                .isGreaterThan(200);
        assertThat(corner & 255).isLessThan(60);
    }

    @Test
    void brokenFilesAreNotDrawn() throws Exception {
        assertThat(draw(LIMITS, PDF, "%PDF-1.7\nnothing".getBytes())).isEqualTo(failed(UnshownReason.BROKEN));
        assertThat(draw(LIMITS, PDF, new byte[0])).isEqualTo(failed(UnshownReason.BROKEN));
        assertThat(draw(LIMITS, "image/png", "no picture".getBytes())).isEqualTo(failed(UnshownReason.BROKEN));
    }

    @Test
    void aLockedPdfIsNotDrawn() throws Exception {
        assertThat(draw(LIMITS, PDF, Hostile.locked())).isEqualTo(failed(UnshownReason.LOCKED));
    }

    @Test
    void tenThousandPagesAreTooMany() throws Exception {
        assertThat(draw(LIMITS, PDF, Papers.pdf(10_000))).isEqualTo(failed(UnshownReason.TOO_MANY_PAGES));
    }

    @Test
    void aPictureThatClaimsTooManyDotsIsNotEvenRead() throws Exception {
        assertThat(draw(LIMITS, "image/png", Hostile.hugePicture())).isEqualTo(failed(UnshownReason.TOO_LARGE));
    }

    @Test
    void aFileThatUnpacksToMoreThanTheMemoryIsGivenUp() throws Exception {
        assertThat(draw(LIMITS, PDF, Hostile.bomb())).isEqualTo(failed(UnshownReason.TOO_HEAVY));
    }

    @Test
    void aFileThatNeverEndsIsStoppedWhenItsTimeIsUp() throws Exception {
        RenderLimits short_ = new RenderLimits(Duration.ofSeconds(3), 500, 128);

        assertThat(draw(short_, PDF, Hostile.endless())).isEqualTo(failed(UnshownReason.TOO_SLOW));
    }

    private Drawing draw(RenderLimits limits, String mediaType, byte[] bytes) throws IOException {
        Path own = Files.createTempDirectory(folder, "pages");
        return new PageDrawer(limits).draw(mediaType, Papers.write(own, "original", bytes), own);
    }

    private static Drawing failed(UnshownReason reason) {
        return new Drawing.Failed(reason);
    }

    private static List<Path> pages(Drawing drawing) {
        assertThat(drawing).isInstanceOf(Drawing.Pages.class);
        return ((Drawing.Pages) drawing).pictures();
    }

    private static boolean hasInk(BufferedImage picture) {
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                if ((picture.getRGB(x, y) & 255) < 64) {
                    return true;
                }
            }
        }
        return false;
    }

    private static byte[] withOrientation(byte[] jpeg, int orientation) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(jpeg, 0, 2);
        bytes.write(new byte[] {(byte) 0xFF, (byte) 0xE1, 0, 34, 'E', 'x', 'i', 'f', 0, 0});
        bytes.write(new byte[] {'M', 'M', 0, 42, 0, 0, 0, 8, 0, 1});
        bytes.write(new byte[] {0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, (byte) orientation, 0, 0, 0, 0, 0, 0});
        bytes.write(jpeg, 2, jpeg.length - 2);
        return bytes.toByteArray();
    }
}
