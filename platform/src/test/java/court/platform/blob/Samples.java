package court.platform.blob;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;

/** Small files of each kind, made here. */
final class Samples {

    private Samples() {}

    static byte[] pdf() {
        return pdf("", "");
    }

    /** With passwords if they are not empty. */
    static byte[] pdf(String owner, String user) {
        try (PDDocument document = new PDDocument()) {
            document.addPage(new PDPage());
            if (!owner.isEmpty()) {
                document.protect(new StandardProtectionPolicy(owner, user, new AccessPermission()));
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    static byte[] image(String format) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB), format, bytes);
        return bytes.toByteArray();
    }

    static byte[] wav() throws IOException {
        AudioFormat format = new AudioFormat(8_000, 8, 1, true, false);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        AudioSystem.write(
                new AudioInputStream(new ByteArrayInputStream(new byte[800]), format, 800),
                AudioFileFormat.Type.WAVE,
                bytes);
        return bytes.toByteArray();
    }

    /** ID3v2 tag and one frame header of MPEG 1 layer III. */
    static byte[] mp3() {
        return ByteBuffer.allocate(427)
                .put("ID3".getBytes(US_ASCII))
                .put(new byte[] {3, 0, 0, 0, 0, 0, 0})
                .put(new byte[] {(byte) 0xFF, (byte) 0xFB, (byte) 0x90, 0})
                .array();
    }

    static byte[] mp3WithoutTag() {
        return ByteBuffer.allocate(417)
                .put(new byte[] {(byte) 0xFF, (byte) 0xFB, (byte) 0x90, 0})
                .array();
    }

    /** The first box of an ISO media file (ISO/IEC 14496-12 §4.3). */
    static byte[] media(String brand) {
        return ByteBuffer.allocate(64)
                .putInt(24)
                .put("ftyp".getBytes(US_ASCII))
                .put(brand.getBytes(US_ASCII))
                .putInt(512)
                .put(brand.getBytes(US_ASCII))
                .put("isom".getBytes(US_ASCII))
                .putInt(8)
                .put("mdat".getBytes(US_ASCII))
                .array();
    }

    static byte[] zip(String... parts) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (String part : parts) {
                zip.putNextEntry(new ZipEntry(part));
                zip.write("<x/>".getBytes(US_ASCII));
            }
        }
        return bytes.toByteArray();
    }

    static byte[] docx() throws IOException {
        return zip("[Content_Types].xml", "_rels/.rels", "word/document.xml");
    }

    static byte[] bomb() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("word/document.xml"));
            byte[] zeros = new byte[1024 * 1024];
            for (int i = 0; i < 30; i++) {
                zip.write(zeros);
            }
        }
        return bytes.toByteArray();
    }

    /** The magic number of OLE2, where old and password-protected Office files live. */
    static byte[] oldOffice() {
        return ByteBuffer.allocate(1024)
                .putLong(0xD0CF11E0A1B11AE1L)
                .putShort(24, (short) 0x3E00)
                .putShort(26, (short) 0x0300)
                .putShort(28, (short) 0xFEFF)
                .putShort(30, (short) 0x0900)
                .putShort(32, (short) 0x0600)
                .array();
    }

    /** With a directory entry of this name (MS-CFB §2.6.1). */
    static byte[] oldOffice(String entry) {
        byte[] name = entry.getBytes(java.nio.charset.StandardCharsets.UTF_16LE);
        return ByteBuffer.wrap(oldOffice()).put(512, name).array();
    }

    /** An action of this type in this place. */
    static byte[] activePdf(String type, String place) {
        COSDictionary action = action(type);
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage();
            document.addPage(page);
            COSDictionary catalog = document.getDocumentCatalog().getCOSObject();
            COSDictionary holder = new COSDictionary();
            switch (place) {
                case "OpenAction" -> catalog.setItem("OpenAction", action);
                case "AA" -> {
                    holder.setItem("WC", action);
                    catalog.setItem("AA", holder);
                }
                case "Next" -> {
                    holder = action("GoTo");
                    holder.setItem("Next", action);
                    catalog.setItem("OpenAction", holder);
                }
                default -> {
                    holder.setName("Subtype", "Link");
                    holder.setItem("A", action);
                    COSArray marks = new COSArray();
                    marks.add(holder);
                    page.getCOSObject().setItem("Annots", marks);
                }
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static COSDictionary action(String type) {
        COSDictionary action = new COSDictionary();
        action.setName("S", type);
        action.setString("JS", "app.alert(1)");
        return action;
    }
}
