package court.platform.blob;

import court.platform.model.Digests;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.util.UUID;
import org.springframework.core.io.buffer.DataBuffer;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The files of all cases, kept encrypted under {@code case/<case>/<sha256 of the plain bytes>}; the same bytes are one
 * file within a case. A folder locally, a bucket in production. People read only through the service that owns the file.
 */
public interface BlobStore {

    /**
     * Keeps a file. Nothing is left behind when it is refused, fails or is cancelled.
     *
     * @param limit in bytes
     */
    Mono<StoredBlob> put(UUID caseId, Flux<DataBuffer> bytes, long limit);

    /** Begins a file that can be looked at before it is kept. */
    BlobDraft draft(UUID caseId, long limit);

    /** Part of a file; errors with a refusal when it is not there, deleted or damaged. */
    Flux<DataBuffer> read(UUID caseId, String sha256, long from, long length);

    /** The plain bytes of a file. Blocking; the caller closes it. */
    SeekableByteChannel open(UUID caseId, String sha256) throws IOException;

    /** Plain bytes of a file, checked against its last part, so a cut tail is noticed. */
    Mono<Long> size(UUID caseId, String sha256);

    /** Reads the stored bytes again and says whether they still are what they were. */
    Mono<Reread> reread(UUID caseId, Digests expected);

    /** Takes the stored bytes away. For lawful deletion destroy the key of the digest first. */
    Mono<Void> remove(UUID caseId, String sha256);
}
