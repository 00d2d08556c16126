package court.archive.render;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;

/** Files made to hurt who opens them. */
final class Hostile {

    private Hostile() {}

    /** Drawings within drawings: ten of each in each, nine deep. A few kilobytes that take days. */
    static byte[] endless() throws IOException {
        try (PDDocument document = new PDDocument()) {
            PDFormXObject inner = form(document, "0 0 1 1 re f");
            for (int depth = 0; depth < 9; depth++) {
                PDFormXObject outer = form(document, "/Inner Do ".repeat(10));
                outer.getResources().put(COSName.getPDFName("Inner"), inner);
                inner = outer;
            }
            PDPage page = new PDPage(PDRectangle.A4);
            document.addPage(page);
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                content.drawForm(inner);
            }
            return Papers.bytes(document);
        }
    }

    /** One word of text longer than memory holds, when unpacked: 600 MiB. */
    static byte[] bomb() throws IOException {
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage(PDRectangle.A4);
            document.addPage(page);
            PDStream stream = new PDStream(document);
            try (OutputStream raw = stream.getCOSObject().createRawOutputStream();
                    OutputStream packed = new DeflaterOutputStream(raw)) {
                byte[] text = new byte[1 << 20];
                Arrays.fill(text, (byte) 'a');
                packed.write('(');
                for (int i = 0; i < 600; i++) {
                    packed.write(text);
                }
            }
            stream.getCOSObject().setItem(COSName.FILTER, COSName.FLATE_DECODE);
            page.setContents(stream);
            return Papers.bytes(document);
        }
    }

    static byte[] locked() throws IOException {
        try (PDDocument document = new PDDocument()) {
            document.addPage(new PDPage());
            document.protect(new StandardProtectionPolicy("owner", "user", new AccessPermission()));
            return Papers.bytes(document);
        }
    }

    /** A PNG that says it is 60,000 dots wide and high. */
    static byte[] hugePicture() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'});
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        DataOutputStream fields = new DataOutputStream(head);
        fields.writeInt(60_000);
        fields.writeInt(60_000);
        fields.write(new byte[] {8, 2, 0, 0, 0});
        chunk(bytes, "IHDR", head.toByteArray());
        chunk(bytes, "IDAT", new byte[] {0x78, (byte) 0x9C, 3, 0, 0, 0, 0, 1});
        chunk(bytes, "IEND", new byte[0]);
        return bytes.toByteArray();
    }

    private static void chunk(OutputStream output, String type, byte[] content) throws IOException {
        DataOutputStream data = new DataOutputStream(output);
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 check = new CRC32();
        check.update(name);
        check.update(content);
        data.writeInt(content.length);
        data.write(name);
        data.write(content);
        data.writeInt((int) check.getValue());
    }

    private static PDFormXObject form(PDDocument document, String commands) throws IOException {
        PDFormXObject form = new PDFormXObject(document);
        form.setBBox(PDRectangle.A4);
        form.setResources(new PDResources());
        try (OutputStream content = form.getContentStream().createOutputStream()) {
            content.write(commands.getBytes(StandardCharsets.US_ASCII));
        }
        return form;
    }
}
