package court.archive.pack;

import court.platform.blob.BlobStore;
import court.platform.contract.FileRef;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.stereotype.Component;

/** The files of a case as they were handed in, read part by part. Blocks. */
@Component
class Originals {

    private final BlobStore blobs;

    Originals(BlobStore blobs) {
        this.blobs = blobs;
    }

    void copy(UUID caseId, FileRef file, OutputStream out) throws IOException {
        WritableByteChannel to = Channels.newChannel(out);
        try {
            DataBufferUtils.write(blobs.read(caseId, file.sha256(), 0, file.size()), to)
                    .doOnNext(DataBufferUtils.releaseConsumer())
                    .blockLast();
        } catch (UncheckedIOException failed) {
            throw new IOException("file " + file.id(), failed);
        }
    }

    void copy(UUID caseId, FileRef file, Path target) throws IOException {
        try (OutputStream out = Files.newOutputStream(target)) {
            copy(caseId, file, out);
        }
    }
}
