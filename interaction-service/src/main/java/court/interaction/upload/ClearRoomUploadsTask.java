package court.interaction.upload;

import court.platform.task.Rounds;
import court.platform.upload.ResumableUploads;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Takes away the bytes of uploads that are over: not sent in time, or left by a process that died at the end. */
@Component
class ClearRoomUploadsTask {

    private static final Logger LOG = LoggerFactory.getLogger(ClearRoomUploadsTask.class);
    private static final Duration EVERY = Duration.ofMinutes(10);
    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final Duration REMEMBERED = Duration.ofDays(30);
    private static final int AT_ONCE = 200;

    private final RoomUploads rows;
    private final ResumableUploads resumable;
    private final Clock clock;

    ClearRoomUploadsTask(RoomUploads rows, ResumableUploads resumable, Clock clock) {
        this.rows = rows;
        this.resumable = resumable;
        this.clock = clock;
    }

    @Bean
    Rounds clearRoomUploads() {
        return new Rounds("clear-room-uploads", EVERY, () -> clear().block(LONGEST));
    }

    /** One that is being written to waits for the next round. */
    Mono<Void> clear() {
        Instant now = clock.instant();
        return rows.toClear(now, AT_ONCE)
                .flatMapMany(Flux::fromIterable)
                .concatMap(it -> resumable
                        .remove(it.caseId(), it.id())
                        .then(rows.cleared(it.id(), now))
                        .onErrorResume(later -> {
                            LOG.info("upload {} is cleared in a later round: {}", it.id(), later.toString());
                            return Mono.empty();
                        }))
                .then(rows.forget(now.minus(REMEMBERED)));
    }
}
