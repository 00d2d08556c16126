package court.asset.freeze;

import court.asset.freeze.FreezeRows.Stored;
import court.asset.matter.Matter;
import court.asset.matter.Matters;
import court.asset.ruling.Rulings;
import court.platform.contract.Change;
import court.platform.contract.Fact;
import court.platform.model.Money;
import court.platform.outbox.Outbox;
import court.platform.security.Actor;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/**
 * All freezes. Whoever changes one holds the case's row, which carries the cap, and then the ruling's and the freeze's, in
 * this order; what the freeze counts is written to both totals in the same transaction (rule RP2).
 */
@Repository
class Freezes {

    private final FreezeRows rows;
    private final Matters matters;
    private final Rulings rulings;
    private final Errands errands;
    private final Outbox outbox;

    Freezes(FreezeRows rows, Matters matters, Rulings rulings, Errands errands, Outbox outbox) {
        this.rows = rows;
        this.matters = matters;
        this.rulings = rulings;
        this.errands = errands;
        this.outbox = outbox;
    }

    /** What decides a change, with the case as it stands. */
    interface Decision extends BiFunction<Stored, Matter, Change<Freeze>> {}

    /** Writes a freeze that was just ordered. Inside a write unit that holds the case and the ruling. */
    Mono<Freeze> open(Actor actor, FreezeOrder order, Change<Freeze> change) {
        UUID caseId = order.matter().matter().id();
        Freeze freeze = change.next();
        return rows.insert(caseId, freeze)
                .then(count(order.matter(), order.ruling(), Freeze.NOTHING, freeze.held()))
                .then(errands.freeze(order, freeze))
                .then(outbox.tell(caseId, actor, change.facts()))
                .thenReturn(freeze);
    }

    /** Changes one freeze. Inside a write unit. */
    Mono<Stored> change(Actor actor, UUID caseId, UUID id, Decision decide) {
        return matters.lock(caseId)
                .flatMap(matter -> rows.lock(caseId, id)
                        .flatMap(stored -> rulings.lock(
                                        caseId,
                                        UUID.fromString(stored.freeze().order().rulingId()))
                                .flatMap(ruling -> {
                                    Change<Freeze> change = decide.apply(stored, matter.matter());
                                    return write(stored, change)
                                            .then(count(
                                                    matter,
                                                    ruling,
                                                    stored.freeze().held(),
                                                    change.next().held()))
                                            .then(errand(matter.matter(), stored.freeze(), change.next()))
                                            .then(tell(actor, caseId, change.facts()))
                                            .thenReturn(next(stored, change));
                                })));
    }

    private Mono<Void> write(Stored before, Change<Freeze> change) {
        return rows.update(next(before, change));
    }

    private static Stored next(Stored before, Change<Freeze> change) {
        return new Stored(before.caseId(), before.version() + 1, change.next());
    }

    private Mono<Void> count(Matters.Stored matter, Rulings.Stored ruling, Money before, Money after) {
        return matters.reserve(matter.matter().id(), matter.cap().with(before, after))
                .then(rulings.reserve(ruling.ruling().id(), ruling.limit().with(before, after)));
    }

    /** Whoever begins to be released gives the institution something to do. */
    private Mono<Void> errand(Matter matter, Freeze before, Freeze after) {
        return after instanceof Freeze.Releasing releasing && !(before instanceof Freeze.Releasing)
                ? errands.unfreeze(matter, releasing)
                : Mono.empty();
    }

    private Mono<Void> tell(Actor actor, UUID caseId, List<Fact> facts) {
        return outbox.tell(caseId, actor, facts);
    }
}
