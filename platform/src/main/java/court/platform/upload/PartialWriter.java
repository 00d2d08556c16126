package court.platform.upload;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;

/**
 * Adds bytes to one upload. May be called from different threads one after the other; closing wins over whatever comes
 * later, and what came before it is kept and forced. Blocking.
 */
final class PartialWriter implements AutoCloseable {

    private final PartialFile file;
    private final UploadLocks.Held lock;
    private final byte[] collected = new byte[PartialFile.SEGMENT];
    private int size;
    private boolean closed;

    PartialWriter(PartialFile file, UploadLocks.Held lock) {
        this.file = file;
        this.lock = lock;
    }

    /** Refuses to begin anywhere but behind the last byte stored. */
    void mustBeAt(long offset) {
        if (file.length() != offset) {
            throw UploadRefusal.OFFSET_DIFFERS.because(file.length());
        }
    }

    /** Takes the bytes and releases their buffer; refuses those behind the last one announced. */
    synchronized void write(DataBuffer bytes, long most) {
        try {
            if (file.length() + size + bytes.readableByteCount() > most) {
                throw UploadRefusal.BEYOND_LENGTH.because(most);
            }
            while (!closed && bytes.readableByteCount() > 0) {
                int some = Math.min(collected.length - size, bytes.readableByteCount());
                bytes.read(collected, size, some);
                size += some;
                if (size == collected.length) {
                    flush();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot store an upload", e);
        } finally {
            DataBufferUtils.release(bytes);
        }
    }

    private void flush() throws IOException {
        if (size > 0) {
            file.append(collected, size);
            size = 0;
        }
    }

    /** Everything that came is stored and forced. */
    synchronized long stored() {
        try {
            if (!closed) {
                flush();
                file.force();
            }
            return file.length();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot store an upload", e);
        }
    }

    /** Keeps what came, then lets others write. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        try (lock;
                file) {
            stored();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot close an upload", e);
        } finally {
            closed = true;
            Arrays.fill(collected, (byte) 0);
        }
    }
}
