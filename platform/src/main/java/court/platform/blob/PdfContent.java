package court.platform.blob;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.MemoryUsageSetting;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;

/** Can the PDF be opened by anybody, today and by the archive later: no password, no restrictions, every page there. */
final class PdfContent {

    private static final long MOST_MEMORY = 32L * 1024 * 1024;

    private PdfContent() {}

    static void check(SeekableByteChannel content) throws IOException {
        // never a temporary file: it would hold the pages in the clear
        var memory = MemoryUsageSetting.setupMainMemoryOnly(MOST_MEMORY).streamCache;
        try (PDDocument document = Loader.loadPDF(new ChannelRead(content), memory)) {
            if (document.isEncrypted()) {
                throw BlobRefusal.PASSWORD_PROTECTED.because();
            }
            if (!everyPageIsThere(document)) {
                throw BlobRefusal.BROKEN_FILE.because();
            }
            if (PdfActions.isActive(document)) {
                throw BlobRefusal.SCRIPTS_INSIDE.because();
            }
        } catch (InvalidPasswordException locked) {
            throw BlobRefusal.PASSWORD_PROTECTED.because();
        } catch (IOException
                | ClassCastException
                | IllegalArgumentException
                | IllegalStateException
                | NullPointerException broken) {
            throw BlobRefusal.BROKEN_FILE.because();
        } catch (StackOverflowError nested) {
            throw BlobRefusal.BROKEN_FILE.because();
        }
    }

    private static boolean everyPageIsThere(PDDocument document) {
        int pages = 0;
        for (PDPage page : document.getPages()) {
            page.getMediaBox();
            pages++;
        }
        return pages > 0;
    }
}
