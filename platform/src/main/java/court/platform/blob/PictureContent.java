package court.platform.blob;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;

/** Pictures are there to their end: a transfer that broke off leaves a head that looks well. What is behind the end does not count. */
final class PictureContent {

    private static final int BUFFER = 64 * 1024;

    /** PNG (RFC 2083 §3.1, §4.1.4): the signature before the chunks, the type of the last. */
    private static final int SIGNATURE = 8;

    private static final int END = 0x49454E44;

    /** JPEG (ITU-T T.81 annex B): all markers begin with FF; these have no segment behind them. */
    private static final int MARK = 0xFF;

    private static final int ESCAPED = 0x00;
    private static final int FIRST_RESTART = 0xD0;
    private static final int START_OF_IMAGE = 0xD8;
    private static final int END_OF_IMAGE = 0xD9;
    private static final int START_OF_SCAN = 0xDA;

    private PictureContent() {}

    static void check(SeekableByteChannel content, FileKind kind) throws IOException {
        BufferedInputStream bytes = new BufferedInputStream(Channels.newInputStream(content), BUFFER);
        try {
            if (kind == FileKind.PNG) {
                chunks(bytes);
            } else {
                segments(new DataInputStream(bytes));
            }
        } catch (EOFException cut) {
            throw BlobRefusal.BROKEN_FILE.because();
        }
    }

    private static void chunks(BufferedInputStream bytes) throws IOException {
        CheckedInputStream counted = new CheckedInputStream(bytes, new CRC32());
        DataInputStream png = new DataInputStream(counted);
        png.skipNBytes(SIGNATURE);
        int type;
        do {
            int length = png.readInt();
            counted.getChecksum().reset();
            type = png.readInt();
            png.skipNBytes(Integer.toUnsignedLong(length));
            int expected = (int) counted.getChecksum().getValue();
            if (png.readInt() != expected) {
                throw BlobRefusal.BROKEN_FILE.because();
            }
        } while (type != END);
    }

    private static void segments(DataInputStream jpeg) throws IOException {
        boolean scanned = false;
        for (int marker = next(jpeg); marker != END_OF_IMAGE; marker = next(jpeg)) {
            if (marker > START_OF_IMAGE || marker < FIRST_RESTART) {
                jpeg.skipNBytes(Math.max(0, jpeg.readUnsignedShort() - Short.BYTES));
            }
            scanned |= marker == START_OF_SCAN;
        }
        if (!scanned) {
            throw BlobRefusal.BROKEN_FILE.because();
        }
    }

    /** The next marker, whatever entropy-coded data lies before it. */
    private static int next(DataInputStream jpeg) throws IOException {
        int before;
        int here = 0;
        do {
            before = here;
            here = jpeg.readUnsignedByte();
        } while (before != MARK || here == ESCAPED || here == MARK);
        return here;
    }
}
