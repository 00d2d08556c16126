package court.platform.upload;

import court.platform.task.Rounds;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Takes away the bytes of uploads that are over: not whole or not used in time, or left by a process that died at the end. */
public final class UploadClearing {

    private static final Logger LOG = LoggerFactory.getLogger(UploadClearing.class);
    private static final Duration EVERY = Duration.ofMinutes(10);
    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final Duration REMEMBERED = Duration.ofDays(30);
    private static final int AT_ONCE = 200;

    private final UploadTable<?> table;
    private final ResumableUploads resumable;
    private final Function<UUID, Mono<Void>> cleared;
    private final Clock clock;

    /** @param cleared notes that the bytes of an upload are gone */
    public UploadClearing(
            UploadTable<?> table, ResumableUploads resumable, Function<UUID, Mono<Void>> cleared, Clock clock) {
        this.table = table;
        this.resumable = resumable;
        this.cleared = cleared;
        this.clock = clock;
    }

    public Rounds rounds(String name) {
        return new Rounds(name, EVERY, () -> clear().block(LONGEST));
    }

    /** One that is being written to waits for the next round. */
    public Mono<Void> clear() {
        Instant now = clock.instant();
        return table.leftovers(now, AT_ONCE)
                .flatMapMany(Flux::fromIterable)
                .concatMap(it -> resumable
                        .remove(it.place(), it.id())
                        .then(Mono.defer(() -> cleared.apply(it.id())))
                        .onErrorResume(later -> {
                            LOG.info("upload {} is cleared in a later round: {}", it.id(), later.toString());
                            return Mono.empty();
                        }))
                .then(table.forget(now.minus(REMEMBERED)));
    }
}
