package court.ledger.log;

import court.platform.merkle.Frontier;
import court.platform.outbox.WriteUnit;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Enters facts into the ledger, one batch in one transaction: lock the tree, leave out what is known, add the leaves,
 * sign. Any number of instances may run; the lock puts them in order, and ends with the transaction even when its process
 * dies. What was signed is shown to the world afterwards, by {@link Publication}.
 */
@Component
class Sequencer {

    private final WriteUnit unit;
    private final Leaves leaves;
    private final Arrivals arrivals;
    private final Unclaimed unclaimed;
    private final Checkpoints checkpoints;
    private final Horizon horizon;
    private final Clock clock;

    Sequencer(
            WriteUnit unit,
            Leaves leaves,
            Arrivals arrivals,
            Unclaimed unclaimed,
            Checkpoints checkpoints,
            Horizon horizon,
            Clock clock) {
        this.unit = unit;
        this.leaves = leaves;
        this.arrivals = arrivals;
        this.unclaimed = unclaimed;
        this.checkpoints = checkpoints;
        this.horizon = horizon;
        this.clock = clock;
    }

    /** What was entered, with a checkpoint signed over it; empty growth when all of it was known. */
    Mono<Growth> enter(List<Arrival> batch) {
        Instant receivedAt = clock.instant();
        return unit.run(() -> leaves.lock()
                .flatMap(this::refuseToForkHistory)
                .flatMap(frontier -> known(frontier, batch))
                .map(known -> Growth.of(known, batch))
                .flatMap(growth -> write(growth, receivedAt).thenReturn(growth)));
    }

    /**
     * What is stored must be what was signed last, and not less than what was seen of it: on a changed tree, nothing more is
     * ever signed.
     */
    private Mono<Frontier> refuseToForkHistory(Frontier frontier) {
        horizon.require(frontier.size());
        return checkpoints.newest().map(signed -> {
            if (!signed.head().equals(frontier.head())) {
                throw new HistoryChanged(signed.head(), frontier.head());
            }
            return frontier;
        });
    }

    private Mono<Known> known(Frontier frontier, List<Arrival> batch) {
        return arrivals.facts(batch)
                .flatMap(facts -> arrivals.files(batch)
                        .flatMap(files ->
                                unclaimed.of(batch).map(waiting -> new Known(frontier, facts, files, waiting))));
    }

    private Mono<Void> write(Growth growth, Instant receivedAt) {
        if (growth.entered().isEmpty()) {
            return Mono.empty();
        }
        Mono<Void> stored =
                leaves.add(growth).then(arrivals.add(growth, receivedAt)).then(unclaimed.claim(growth.claimed()));
        return growth.leaves().isEmpty()
                ? stored
                : stored.then(checkpoints.sign(growth.before(), growth.head(), clock.instant()))
                        .then();
    }
}
