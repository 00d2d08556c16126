package court.filing.picture;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PictureBookTest {

    @Test
    void aPhotographStaysTheBytesItWas() throws IOException {
        byte[] jpeg = picture("jpg", 400, 300);

        try (PDDocument book = book(jpeg)) {
            PDImageXObject image = image(book);

            assertThat(image.getStream().getCOSObject().getNameAsString(COSName.FILTER))
                    .isEqualTo("DCTDecode");
            assertThat(image.getCOSObject().createRawInputStream().readAllBytes())
                    .isEqualTo(jpeg);
        }
    }

    @Test
    void aScreenshotLosesNothing() throws IOException {
        byte[] png = picture("png", 60, 40);

        try (PDDocument book = book(png)) {
            BufferedImage shown = image(book).getImage();

            for (int x = 0; x < 60; x++) {
                for (int y = 0; y < 40; y++) {
                    assertThat(shown.getRGB(x, y)).isEqualTo(pattern(60, 40).getRGB(x, y));
                }
            }
        }
    }

    @Test
    void pagesKeepTheirOrderAndEachIsASheetOfPaper() throws IOException {
        try (PDDocument book = book(picture("jpg", 400, 300), picture("png", 300, 400), picture("jpg", 30, 40))) {
            assertThat(book.getPages())
                    .extracting(
                            it -> it.getMediaBox().getWidth() > it.getMediaBox().getHeight())
                    .containsExactly(true, false, false);
            assertThat(book.getPage(1).getMediaBox().getHeight()).isBetween(841f, 842f);
        }
    }

    /** The mark is red in the corner that is top left when the picture is held right (Exif 2.32, tag 0x0112). */
    @ParameterizedTest
    @CsvSource({"1,0,0", "2,1,0", "3,1,1", "4,0,1", "5,0,0", "6,0,1", "7,1,1", "8,1,0"})
    void eachPictureIsUprightHoweverThePhoneWasHeld(int orientation, int right, int low) throws IOException {
        BufferedImage stored = new BufferedImage(400, 200, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = stored.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, 400, 200);
        pen.setColor(Color.RED);
        pen.fillRect(right * 340, low * 140, 60, 60);
        pen.dispose();

        try (PDDocument book = book(oriented(bytes("jpg", stored), orientation))) {
            BufferedImage page = new PDFRenderer(book).renderImage(0);
            boolean wide = page.getWidth() > page.getHeight();

            assertThat(wide).isEqualTo(orientation < 5);
            assertThat(firstRed(page)).isTrue();
        }
    }

    /** Of everything drawn, the corner that is top left is red. */
    private static boolean firstRed(BufferedImage page) {
        int most = Math.max(page.getWidth(), page.getHeight());
        long picture = wide(page) ? page.getWidth() - 36 : page.getHeight() - 36;
        int left = (int) Math.max(18, (page.getWidth() - (wide(page) ? picture : picture / 2)) / 2);
        int top = (int) Math.max(18, (page.getHeight() - (wide(page) ? picture / 2 : picture)) / 2);
        assertThat(most).isPositive();
        Color corner = new Color(page.getRGB(left + 15, top + 15));
        return corner.getRed() > 200 && corner.getGreen() < 80;
    }

    private static boolean wide(BufferedImage page) {
        return page.getWidth() > page.getHeight();
    }

    @Test
    void whatIsNoPictureOrTakesTooMuchMemoryIsUnfit() {
        byte[] huge = ByteBuffer.allocate(64)
                .put(new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 0, 13})
                .put("IHDR".getBytes(US_ASCII))
                .putInt(30_000)
                .putInt(30_000)
                .put(new byte[] {8, 6, 0, 0, 0})
                .array();

        assertThatThrownBy(() -> book(huge)).isInstanceOf(UnfitPicture.class);
        assertThatThrownBy(() -> book(new byte[] {1})).isInstanceOf(UnfitPicture.class);
        assertThatThrownBy(() -> book(new byte[0])).isInstanceOf(UnfitPicture.class);
    }

    private static PDDocument book(byte[]... pictures) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        List<PictureBook.Picture> all = Stream.of(pictures)
                .map(bytes -> (PictureBook.Picture) () -> bytes)
                .toList();
        PictureBook.write(all.iterator(), out);
        return Loader.loadPDF(out.toByteArray());
    }

    private static PDImageXObject image(PDDocument book) throws IOException {
        var resources = book.getPage(0).getResources();
        return (PDImageXObject)
                resources.getXObject(resources.getXObjectNames().iterator().next());
    }

    private static byte[] picture(String format, int width, int height) throws IOException {
        return bytes(format, pattern(width, height));
    }

    private static BufferedImage pattern(int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < width; x++) {
            for (int y = 0; y < height; y++) {
                image.setRGB(x, y, 0xFF000000 | x * 7919 + y * 104_729 & 0xFFFFFF);
            }
        }
        return image;
    }

    private static byte[] bytes(String format, BufferedImage image) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(image, format, bytes);
        return bytes.toByteArray();
    }

    /** With an APP1 segment of one entry behind the start of the image. */
    private static byte[] oriented(byte[] jpeg, int orientation) {
        return ByteBuffer.allocate(jpeg.length + 36)
                .put(jpeg, 0, 2)
                .putShort((short) 0xFFE1)
                .putShort((short) 34)
                .put("Exif\0\0MM\0*".getBytes(US_ASCII))
                .putInt(8)
                .putShort((short) 1)
                .putShort((short) 0x0112)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) orientation)
                .putShort((short) 0)
                .putInt(0)
                .put(jpeg, 2, jpeg.length - 2)
                .array();
    }
}
