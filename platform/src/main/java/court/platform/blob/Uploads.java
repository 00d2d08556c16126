package court.platform.blob;

import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.springframework.core.io.buffer.DataBuffer;
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

    /** They come in pieces of 64 KB at most; each change of thread costs more than it takes to store a small one. */
    private static final int PIECES_AT_ONCE = 4;

    private final BlobStore blobs;
    private final FileInspection check;
    private final long limit;

    /** @param limit of a file, in bytes */
    public Uploads(BlobStore blobs, FileInspection check, long limit) {
        this.blobs = blobs;
        this.check = check;
        this.limit = limit;
    }

    /** Of a file, in bytes. */
    public long limit() {
        return limit;
    }

    /** The name as it will be known; refuses one whose kind of file is not taken, or a file too large or empty. */
    public String announce(String fileName, long size) {
        if (size > limit) {
            throw BlobRefusal.TOO_LARGE.because(limit / (1024 * 1024));
        }
        if (size == 0) {
            throw BlobRefusal.EMPTY_FILE.because();
        }
        String name = FileNames.clean(fileName);
        check.requireTaken(name);
        return name;
    }

    /** @param reading what is made of file and fields; when it refuses, nothing is kept */
    public <T> Mono<T> receive(UUID caseId, Flux<PartEvent> parts, Function<Uploaded, T> reading) {
        return receiveInto(
                caseId,
                parts,
                received -> Mono.fromCallable(() -> reading.apply(received.file()))
                        .flatMap(read -> received.keep().thenReturn(read)));
    }

    /** @param use what becomes of it; what it does not keep is gone when it ends */
    public <T> Mono<T> receiveInto(UUID caseId, Flux<PartEvent> parts, Function<Received, Mono<T>> use) {
        return Mono.defer(() -> {
            UploadForm form = new UploadForm(blobs.draft(caseId, limit), check, limit);
            Mono<Received> received = parts.buffer(PIECES_AT_ONCE)
                    .concatMap(some -> BlockingWork.toItsEnd(() -> form.take(some)), 0)
                    .doOnDiscard(PartEvent.class, it -> DataBufferUtils.release(it.content()))
                    .then(BlockingWork.<Received>call(form::finish));
            return orNothing(received, use, form::discard);
        });
    }

    /** Takes a file whose bytes are here already. */
    public <T> Mono<T> takeInto(UUID caseId, String fileName, Source source, Function<Received, Mono<T>> use) {
        return Mono.defer(() -> {
            BlobDraft draft = blobs.draft(caseId, limit);
            Mono<Received> received = BlockingWork.call(() -> {
                source.writeTo(draft::write);
                return new Received(check.inspect(draft, fileName, Map.of()), draft);
            });
            return orNothing(received, use, draft::discard);
        });
    }

    /** Bytes that are here already; blocking. */
    public interface Source {
        void writeTo(Consumer<DataBuffer> to) throws Exception;
    }

    private static <T> Mono<T> orNothing(Mono<Received> received, Function<Received, Mono<T>> use, Runnable discard) {
        return received.flatMap(it -> use.apply(it)
                        .flatMap(done -> it.isKept()
                                ? Mono.just(done)
                                : BlockingWork.run(discard).thenReturn(done)))
                .onErrorResume(e -> BlockingWork.run(discard).then(Mono.error(e)))
                .doOnCancel(() -> BlockingWork.VIRTUAL.schedule(discard));
    }
}
