package court.deploy.acceptance;

import court.deploy.acceptance.Http.Upload;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;

/** Small real files. */
final class Papers {

    static final byte[] PNG = Base64.getDecoder()
            .decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==");

    private Papers() {}

    /** A paper as somebody would hand it in: of a judge's office, of a phone. */
    static byte[] demo(String name) {
        try {
            return Files.readAllBytes(Path.of("..", "local", "demo", "papers", name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Upload judgment() {
        return material("判决书.png", PNG);
    }

    static Upload material(String name, byte[] content) {
        return new Upload(name, content, Map.of("kind", "执行依据"));
    }

    static byte[] text(String words) {
        return words.getBytes(StandardCharsets.UTF_8);
    }

    static byte[] pdf() {
        return pdf(false);
    }

    /** Opens with a password only. */
    static byte[] lockedPdf() {
        return pdf(true);
    }

    private static byte[] pdf(boolean locked) {
        try (PDDocument document = new PDDocument();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            document.addPage(new PDPage());
            if (locked) {
                document.protect(new StandardProtectionPolicy("owner", "user", new AccessPermission()));
            }
            document.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
