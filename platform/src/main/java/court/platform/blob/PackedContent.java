package court.platform.blob;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;

/** Documents that are zip files inside (DOCX, XLSX, OFD): all parts unpack, none is a bomb, the main one is there. */
final class PackedContent {

    private static final int MOST_PARTS = 2_000;
    private static final long MOST_BYTES = 200L * 1024 * 1024;
    private static final long MOST_TIMES = 100;
    /** Small documents compress well; the ratio counts beyond this. */
    private static final long ALWAYS_FINE = 10L * 1024 * 1024;

    /** Where Office keeps its macros, of either generation; ECMA-376 part 1 §12 leaves the name free, Office does not. */
    private static final Pattern MACROS =
            Pattern.compile("(?i)(.*/)?(vbaProject.*\\.bin|vbaData\\.xml|macrosheets/.*)");

    private PackedContent() {}

    static void check(SeekableByteChannel content, String mainPart, String extension) throws IOException {
        long most = Math.min(MOST_BYTES, Math.max(ALWAYS_FINE, content.size() * MOST_TIMES));
        InputStream bytes = Channels.newInputStream(content);
        if (isEncrypted(bytes)) {
            throw BlobRefusal.PASSWORD_PROTECTED.because();
        }
        content.position(0);
        try {
            if (!unpack(new ZipInputStream(bytes), most, mainPart)) {
                throw BlobRefusal.NOT_WHAT_IT_SAYS.because(extension);
            }
        } catch (ZipException | EOFException | IllegalArgumentException broken) {
            throw BlobRefusal.BROKEN_FILE.because();
        }
    }

    // APPNOTE.TXT 4.4.4: bit 0 of the general purpose flags, at byte 6 of a local file header
    private static boolean isEncrypted(InputStream bytes) throws IOException {
        byte[] header = bytes.readNBytes(8);
        return header.length == 8 && (header[6] & 1) == 1;
    }

    private static boolean unpack(ZipInputStream zip, long most, String mainPart) throws IOException {
        boolean found = false;
        long left = most;
        byte[] part = new byte[16 * 1024];
        int parts = 0;
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            found |= entry.getName().startsWith(mainPart);
            if (MACROS.matcher(entry.getName()).matches()) {
                throw BlobRefusal.MACROS_INSIDE.because();
            }
            for (int length = zip.read(part); length >= 0; length = zip.read(part)) {
                left -= length;
                if (left < 0) {
                    throw BlobRefusal.UNPACKS_TOO_LARGE.because();
                }
            }
            if (++parts > MOST_PARTS) {
                throw BlobRefusal.UNPACKS_TOO_LARGE.because();
            }
        }
        return found;
    }
}
