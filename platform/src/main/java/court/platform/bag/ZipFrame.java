package court.platform.bag;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The bytes around the files of a ZIP (APPNOTE 6.3.10), in the one way we write them: nothing compressed, sizes always in
 * the ZIP64 field so that no file is too large, one fixed date, no comments. So the frame follows from the names and
 * contents alone, and a changed byte in it is found as surely as one in a file.
 */
final class ZipFrame {

    static final int LOCAL = 0x04034b50;

    /** Bytes of a local header before its name. */
    static final int LOCAL_FIXED = 30;

    private static final int CENTRAL = 0x02014b50;
    private static final int VERSION = 45; // §4.4.3.2: ZIP64
    private static final int UTF8 = 1 << 11; // §4.4.4: names are UTF-8
    private static final int DATE = 0x0021; // §4.4.6: 1980-01-01, the first there is
    private static final int IN_ZIP64 = 0xFFFFFFFF; // §4.4.8: look into the extra field
    private static final int LOCAL_EXTRA = 20;
    private static final int CENTRAL_EXTRA = 28;

    private ZipFrame() {}

    /** A file in its place; {@code offset} is that of its local header. */
    record Placed(String name, long offset, long crc32, long size) {

        long dataOffset() {
            return offset + LOCAL_FIXED + utf8(name).length + LOCAL_EXTRA;
        }

        long end() {
            return dataOffset() + size;
        }
    }

    // §4.3.7
    static byte[] local(String name, long crc32, long size) {
        byte[] bytes = utf8(name);
        ByteBuffer out = buffer(LOCAL_FIXED + bytes.length + LOCAL_EXTRA);
        out.putInt(LOCAL);
        about(out, bytes.length, crc32, LOCAL_EXTRA).put(bytes);
        return out.putShort((short) 1)
                .putShort((short) 16)
                .putLong(size)
                .putLong(size)
                .array();
    }

    // §4.3.12
    static byte[] central(Placed file) {
        byte[] bytes = utf8(file.name());
        ByteBuffer out = buffer(46 + bytes.length + CENTRAL_EXTRA);
        out.putInt(CENTRAL).putShort((short) VERSION);
        about(out, bytes.length, file.crc32(), CENTRAL_EXTRA);
        out.putShort((short) 0)
                .putShort((short) 0)
                .putShort((short) 0)
                .putInt(0)
                .putInt(IN_ZIP64);
        out.put(bytes).putShort((short) 1).putShort((short) 24);
        return out.putLong(file.size())
                .putLong(file.size())
                .putLong(file.offset())
                .array();
    }

    /** What both kinds of header say of a file. */
    private static ByteBuffer about(ByteBuffer out, int nameLength, long crc32, int extraLength) {
        return out.putShort((short) VERSION)
                .putShort((short) UTF8)
                .putShort((short) 0) // stored
                .putShort((short) 0)
                .putShort((short) DATE)
                .putInt((int) crc32)
                .putInt(IN_ZIP64)
                .putInt(IN_ZIP64)
                .putShort((short) nameLength)
                .putShort((short) extraLength);
    }

    // §4.3.14 to §4.3.16
    static byte[] end(List<Placed> files, long directory, long size) {
        ByteBuffer out = buffer(56 + 20 + 22);
        out.putInt(0x06064b50).putLong(44).putShort((short) VERSION).putShort((short) VERSION);
        out.putInt(0)
                .putInt(0)
                .putLong(files.size())
                .putLong(files.size())
                .putLong(size)
                .putLong(directory);
        out.putInt(0x07064b50).putInt(0).putLong(directory + size).putInt(1);
        out.putInt(0x06054b50).putShort((short) 0).putShort((short) 0);
        out.putShort((short) -1).putShort((short) -1).putInt(-1).putInt(-1);
        return out.putShort((short) 0).array();
    }

    static byte[] utf8(String name) {
        return name.getBytes(StandardCharsets.UTF_8);
    }

    private static ByteBuffer buffer(int length) {
        return ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    }
}
