package court.platform.blob;

import static java.nio.charset.StandardCharsets.UTF_16LE;

import court.platform.model.Refused;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.util.ArrayList;
import java.util.List;

/**
 * Why a file in the container of old Office (MS-CFB) is refused: the names of its streams stand in it in UTF-16, and tell a
 * locked document from one with macros.
 */
final class OldOffice {

    /** MS-OFFCRYPTO §2.3.4.4. */
    private static final byte[] ENCRYPTED = "EncryptedPackage".getBytes(UTF_16LE);
    /** MS-OVBA §2.2.1. */
    private static final List<byte[]> MACROS =
            List.of("_VBA_PROJECT".getBytes(UTF_16LE), "Macros".getBytes(UTF_16LE), "VBA".getBytes(UTF_16LE));

    /** MS-CFB §2.6: a directory entry, with its name at its beginning. */
    private static final int ENTRY = 128;

    private OldOffice() {}

    static Refused refusal(SeekableByteChannel content, String extension) throws IOException {
        List<byte[]> macros = new ArrayList<>();
        ByteBuffer part = ByteBuffer.allocate(ENTRY * 512);
        while (fill(content, part)) {
            for (int at = 0; at + ENTRY <= part.limit(); at += ENTRY) {
                if (begins(part, at, ENCRYPTED)) {
                    return BlobRefusal.PASSWORD_PROTECTED.because();
                }
                int entry = at;
                MACROS.stream().filter(name -> begins(part, entry, name)).forEach(macros::add);
            }
        }
        return macros.isEmpty()
                ? BlobRefusal.OLD_OR_PROTECTED_OFFICE.because(extension)
                : BlobRefusal.MACROS_INSIDE.because();
    }

    private static boolean fill(SeekableByteChannel content, ByteBuffer part) throws IOException {
        part.clear();
        int some = 0;
        while (part.hasRemaining() && some >= 0) {
            some = content.read(part);
        }
        part.flip();
        return part.hasRemaining();
    }

    /** The name and the zero behind it. */
    private static boolean begins(ByteBuffer part, int at, byte[] name) {
        for (int i = 0; i < name.length; i++) {
            if (part.get(at + i) != name[i]) {
                return false;
            }
        }
        return part.getShort(at + name.length) == 0;
    }
}
