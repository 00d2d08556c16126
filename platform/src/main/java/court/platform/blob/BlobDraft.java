package court.platform.blob;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import org.springframework.core.io.buffer.DataBuffer;

/**
 * A file on its way in: write, finish, look at it, then keep or discard it. All methods block and may be called from
 * different threads, one after the other; discarding wins over whatever comes later.
 */
public interface BlobDraft {

    /** Takes the bytes, or lets them go when discarded; releasing the buffer is left to the caller. */
    void write(DataBuffer bytes);

    /** No more bytes come. */
    StoredBlob finish();

    /** The plain bytes of a finished draft. The caller closes it. */
    SeekableByteChannel open() throws IOException;

    /** From here on the file is stored and survives a power cut. */
    void keep();

    /** Leaves nothing behind; does nothing once kept. */
    void discard();
}
