package court.filing.upload;

import court.platform.task.Rounds;
import court.platform.upload.ResumableUploads;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Takes away the bytes of uploads that are over: not whole in time, or left by a process that died at the end. */
@Component
class ClearUploadsTask {

    private static final Duration EVERY = Duration.ofMinutes(10);
    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final Duration REMEMBERED = Duration.ofDays(30);
    private static final int AT_ONCE = 200;

    private final UploadRows rows;
    private final ResumableUploads resumable;
    private final Clock clock;

    ClearUploadsTask(UploadRows rows, ResumableUploads resumable, Clock clock) {
        this.rows = rows;
        this.resumable = resumable;
        this.clock = clock;
    }

    @Bean
    Rounds clearUploads() {
        return new Rounds("clear-uploads", EVERY, () -> clear().block(LONGEST));
    }

    /** One that is being written to waits for the next round. */
    Mono<Void> clear() {
        Instant now = clock.instant();
        return rows.toClear(now, AT_ONCE)
                .flatMapMany(Flux::fromIterable)
                .concatMap(it -> resumable
                        .remove(it.filing(), it.id())
                        .then(rows.cleared(it.id()))
                        .onErrorResume(later -> Mono.empty()))
                .then(rows.forget(now.minus(REMEMBERED)));
    }
}
