package court.platform.blob;

import java.util.UUID;
import java.util.function.Function;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.codec.multipart.PartEvent;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Receives one file with some form fields (multipart, RFC 7578) straight into the blob store: nothing in the clear on
 * disk, and nothing kept that was refused. A refused upload is read on to its end, up to the size limit, so that the
 * sender gets to see the answer.
 */
public final class Uploads {

    private final BlobStore blobs;
    private final ContentCheck check;
    private final long limit;

    /** @param limit of a file, in bytes */
    public Uploads(BlobStore blobs, ContentCheck check, long limit) {
        this.blobs = blobs;
        this.check = check;
        this.limit = limit;
    }

    /** @param reading what is made of file and fields; when it refuses, nothing is kept */
    public <T> Mono<T> receive(UUID caseId, Flux<PartEvent> parts, Function<Uploaded, T> reading) {
        return Mono.defer(() -> {
            UploadForm form = new UploadForm(blobs.draft(caseId, limit), check, limit);
            return parts.concatMap(it -> BlockingWork.toItsEnd(() -> form.take(it)), 0)
                    .doOnDiscard(PartEvent.class, it -> DataBufferUtils.release(it.content()))
                    .then(BlockingWork.<T>call(() -> form.finish(reading)))
                    .onErrorResume(e -> BlockingWork.run(form::discard).then(Mono.error(e)))
                    .doOnCancel(() -> BlockingWork.VIRTUAL.schedule(form::discard));
        });
    }
}
