package court.platform.upload;

import com.google.crypto.tink.subtle.AesGcmJce;
import court.platform.files.FileSteps;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.function.Consumer;

/**
 * The bytes of an upload so far, one encrypted record after the other: length, then what AES-GCM makes of at most 64 KiB,
 * bound to their place. How far it goes is read from the records themselves, so it holds after any crash: what was forced
 * is there, and the newest records, which a crash may have torn, are opened before they count.
 */
final class PartialFile implements Closeable {

    static final int SEGMENT = 64 * 1024;
    /** At most so many bytes are written before they are forced. */
    static final int UNFORCED = 4 * 1024 * 1024;

    private static final int HEAD = 4;
    private static final int OVERHEAD = 12 + 16;

    private final FileChannel file;
    private final FileSteps steps;
    private final AesGcmJce cipher;
    private final long start;
    private long end;
    private long length;
    private long unforced;

    /** @param start where the records begin */
    PartialFile(FileChannel file, FileSteps steps, byte[] key, long start) throws IOException {
        this.file = file;
        this.steps = steps;
        this.start = start;
        try {
            this.cipher = new AesGcmJce(key);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot encrypt an upload", e);
        }
        measure();
    }

    private void measure() throws IOException {
        RecordWalk walk = new RecordWalk(file, start, OVERHEAD);
        while (walk.next()) {
            // only looked at; those that could be torn are opened below
        }
        RecordWalk.Place last = walk.sure();
        end = last.position();
        length = last.offset();
        for (byte[] plain = plainAt(end, length); plain.length > 0; plain = plainAt(end, length)) {
            end += HEAD + OVERHEAD + plain.length;
            length += plain.length;
        }
    }

    /** Plain bytes it holds. */
    long length() {
        return length;
    }

    /** Writes bytes after the last; forced with others, or by {@link #force}. */
    void append(byte[] plain, int size) throws IOException {
        byte[] sealed = sealed(Arrays.copyOf(plain, size));
        ByteBuffer entry = ByteBuffer.allocate(HEAD + sealed.length)
                .putInt(size)
                .put(sealed)
                .flip();
        file.position(end);
        steps.write(file, entry);
        end += HEAD + sealed.length;
        length += size;
        unforced += size;
        if (unforced >= UNFORCED) {
            force();
        }
    }

    /** From here on what was written survives a power cut. */
    void force() throws IOException {
        steps.force(file);
        unforced = 0;
    }

    /** Cuts off what a crash left half written, before new bytes go there. */
    void cutTorn() throws IOException {
        if (file.size() > end) {
            file.truncate(end);
        }
    }

    /** All bytes from the first on, in pieces. */
    void forEach(Consumer<byte[]> take) throws IOException {
        long at = start;
        long offset = 0;
        while (offset < length) {
            byte[] plain = plainAt(at, offset);
            if (plain.length == 0) {
                throw new IOException("damaged at byte " + offset);
            }
            take.accept(plain);
            at += HEAD + OVERHEAD + plain.length;
            offset += plain.length;
        }
    }

    /** Empty when there is none, or none that is whole. */
    private byte[] plainAt(long position, long offset) throws IOException {
        int size = RecordWalk.sizeAt(file, position, OVERHEAD);
        if (size == 0) {
            return new byte[0];
        }
        byte[] sealed = RecordWalk.bytes(file, position + HEAD, size + OVERHEAD);
        try {
            return cipher.decrypt(sealed, place(offset));
        } catch (GeneralSecurityException torn) {
            return new byte[0];
        }
    }

    private byte[] sealed(byte[] plain) {
        try {
            return cipher.encrypt(plain, place(length));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot encrypt an upload", e);
        }
    }

    private static byte[] place(long offset) {
        return ByteBuffer.allocate(Long.BYTES).putLong(offset).array();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
