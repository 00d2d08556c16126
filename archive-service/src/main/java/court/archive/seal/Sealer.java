package court.archive.seal;

import court.archive.seal.Sealing.Packing;
import court.archive.seal.Sealing.Sealed;
import court.archive.seal.Sealing.Waiting;
import court.platform.model.Refused;
import court.platform.outbox.WriteUnit;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Takes one sealing one step further. Each step is durable before the next; a step that fails is tried again later. Blocks. */
@Component
class Sealer {

    private static final Logger LOG = LoggerFactory.getLogger(Sealer.class);
    private static final Duration AFTER_TROUBLE = Duration.ofSeconds(5);

    private final WriteUnit unit;
    private final Sealings sealings;
    private final WaitingStep arrivals;
    private final PackingStep packages;
    private final Clock clock;

    Sealer(WriteUnit unit, Sealings sealings, WaitingStep arrivals, PackingStep packages, Clock clock) {
        this.unit = unit;
        this.sealings = sealings;
        this.arrivals = arrivals;
        this.packages = packages;
        this.clock = clock;
    }

    void advance(Sealing sealing) {
        try {
            switch (sealing) {
                case Waiting it -> arrivals.look(it);
                case Packing it -> packages.make(it);
                case Sealed _ -> {}
            }
        } catch (Refused | IOException trouble) {
            postpone(sealing, trouble);
        } catch (RuntimeException trouble) {
            LOG.error("sealing {} number {} failed", sealing.caseId(), sealing.number(), trouble);
            postpone(sealing, trouble);
        }
    }

    /** Begins a supplement where acts came after the cut. */
    void supplement(UUID caseId) {
        run(sealings.lock(caseId)
                .filter(Sealed.class::isInstance)
                .cast(Sealed.class)
                .flatMap(it -> sealings.supplement(it, clock.instant())));
    }

    private void postpone(Sealing sealing, Exception trouble) {
        String told = trouble instanceof Refused ? String.valueOf(trouble.getMessage()) : "封卷时出现技术故障，稍后自动重试。";
        LOG.warn("sealing {} number {} waits: {}", sealing.caseId(), sealing.number(), trouble.toString());
        run(sealings.postpone(sealing, List.of(), told, clock.instant().plus(AFTER_TROUBLE)));
    }

    private void run(Mono<Void> work) {
        unit.run(() -> work).block();
    }
}
