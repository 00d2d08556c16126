package court.archive.seal;

import court.archive.seal.Sealing.Packing;
import court.archive.seal.Sealing.Waiting;
import court.platform.model.Uuid7;
import court.platform.outbox.WriteUnit;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Looks whether everything has arrived; if so, fixes what the package will be. Blocks. */
@Component
class WaitingStep {

    private static final Logger LOG = LoggerFactory.getLogger(WaitingStep.class);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(500);

    private final WriteUnit unit;
    private final Sealings sealings;
    private final ArrivalCheck arrivals;
    private final Clock clock;

    WaitingStep(WriteUnit unit, Sealings sealings, ArrivalCheck arrivals, Clock clock) {
        this.unit = unit;
        this.sealings = sealings;
        this.arrivals = arrivals;
        this.clock = clock;
    }

    void look(Waiting waiting) {
        Arrived arrived = Objects.requireNonNull(arrivals.look(waiting.caseId()).block());
        Instant now = clock.instant();
        unit.run(() -> arrived.lags().isEmpty() ? reach(waiting, arrived, now) : wait(waiting, arrived, now))
                .block();
    }

    private Mono<Void> reach(Waiting waiting, Arrived arrived, Instant now) {
        Packing packing = waiting.reach(arrived.cut(), Uuid7.at(now), now);
        LOG.info(
                "all of case {} has arrived: package {} number {}",
                waiting.caseId(),
                packing.packageId(),
                packing.number());
        return sealings.write(packing);
    }

    private Mono<Void> wait(Waiting waiting, Arrived arrived, Instant now) {
        return sealings.postpone(waiting, arrived.lags(), "", now.plus(LOOK_AGAIN));
    }
}
