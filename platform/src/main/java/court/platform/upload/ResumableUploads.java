package court.platform.upload;

import court.platform.blob.BlockingWork;
import court.platform.blob.Uploads;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.TimeoutException;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Receives an upload in as many parts as it takes. What arrived stays, however the part ended: cut by the network, given up by
 * the sender, or silent for too long.
 */
public final class ResumableUploads {

    private final Partials partials;
    private final Duration silence;

    /** @param silence after which a sender is taken to be gone */
    public ResumableUploads(Partials partials, Duration silence) {
        this.partials = partials;
        this.silence = silence;
    }

    /**
     * Where a part goes.
     *
     * @param offset of its first byte, as the sender believes
     * @param length of the whole upload
     */
    public record Place(UUID caseId, UUID upload, long offset, long length) {}

    public Mono<Void> begin(UUID caseId, UUID upload) {
        return BlockingWork.call(() -> {
                    partials.create(caseId, upload);
                    return true;
                })
                .then();
    }

    /** Bytes stored, as the disk says. */
    public Mono<Long> offset(UUID caseId, UUID upload) {
        return BlockingWork.call(() -> partials.length(caseId, upload));
    }

    /** Adds a part and says how many bytes are stored then. */
    public Mono<Long> append(Place place, Flux<DataBuffer> bytes) {
        return Mono.usingWhen(
                BlockingWork.call(() -> begun(place)),
                writer -> written(writer, place, bytes),
                writer -> BlockingWork.toItsEnd(writer::close),
                (writer, failure) -> BlockingWork.toItsEnd(writer::close),
                writer -> BlockingWork.toItsEnd(writer::close));
    }

    private PartialWriter begun(Place place) throws Exception {
        PartialWriter writer = partials.write(place.caseId(), place.upload());
        try {
            writer.mustBeAt(place.offset());
            return writer;
        } catch (RuntimeException e) {
            writer.close();
            throw e;
        }
    }

    private Mono<Long> written(PartialWriter writer, Place place, Flux<DataBuffer> bytes) {
        // one buffer at a time and no queue: a queue before another thread can be forgotten on cancel
        return bytes.timeout(silence)
                .onErrorResume(TimeoutException.class, gone -> Flux.empty())
                .concatMap(it -> BlockingWork.toItsEnd(() -> writer.write(it, place.length())), 0)
                .doOnDiscard(DataBuffer.class, DataBufferUtils::release)
                .then(BlockingWork.<Long>call(writer::stored));
    }

    /** Its bytes, to be taken where files are kept. */
    public Uploads.Source source(UUID caseId, UUID upload) {
        return to -> {
            try (PartialFile file = partials.open(caseId, upload)) {
                file.forEach(bytes -> to.accept(DefaultDataBufferFactory.sharedInstance.wrap(bytes)));
            }
        };
    }

    public Mono<Void> remove(UUID caseId, UUID upload) {
        return BlockingWork.call(() -> {
                    partials.remove(caseId, upload);
                    return true;
                })
                .then();
    }
}
