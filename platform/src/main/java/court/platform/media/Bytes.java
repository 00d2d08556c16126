package court.platform.media;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;

/**
 * Reads pieces of a file, so many and no more: a length that a file claims is never trusted with memory. What lies outside the file
 * or beyond the bounds ends the reading with {@link EOFException}.
 */
final class Bytes {

    static final int MOST_AT_ONCE = 64 * 1024;
    static final int MOST_READS = 2_000;
    static final long MOST = 16L * 1024 * 1024;

    private final SeekableByteChannel content;
    private final long size;
    private int reads;
    private long read;

    Bytes(SeekableByteChannel content) throws IOException {
        this.content = content;
        this.size = content.size();
    }

    long size() {
        return size;
    }

    /** Big-endian, as in all formats here but RIFF. */
    ByteBuffer at(long position, int length) throws IOException {
        reads++;
        read += length;
        boolean within = position >= 0 && length >= 0 && position <= size - length;
        if (!within || length > MOST_AT_ONCE || reads > MOST_READS || read > MOST) {
            throw new EOFException("nothing to be read at " + position);
        }
        ByteBuffer bytes = ByteBuffer.allocate(length);
        content.position(position);
        while (bytes.hasRemaining()) {
            if (content.read(bytes) < 0) {
                throw new EOFException("ends at " + position);
            }
        }
        return bytes.flip();
    }

    static String text(ByteBuffer bytes, int from, int length) {
        return new String(bytes.array(), from, length, StandardCharsets.ISO_8859_1);
    }

    static long unsigned(int value) {
        return Integer.toUnsignedLong(value);
    }
}
