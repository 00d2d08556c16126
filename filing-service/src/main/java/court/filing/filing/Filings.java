package court.filing.filing;

import court.filing.filing.FilingTurn.Alter;
import court.filing.filing.FilingTurn.Asked;
import court.filing.filing.FilingTurn.Begin;
import court.filing.filing.FilingTurn.Wanted;
import court.platform.contract.Change;
import court.platform.outbox.GroupCommit;
import court.platform.outbox.TraceText;
import court.platform.outbox.WriteUnit;
import court.platform.security.AccessRefusal;
import court.platform.security.Actor;
import court.platform.web.Command;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** All filings. A filing is one row, locked while it changes. */
@Repository
class Filings {

    private final WriteUnit unit;
    private final FilingRows rows;
    private final Steps steps;
    private final TraceText trace;
    private final GroupCommit<Asked, FilingSummary> together;

    Filings(WriteUnit unit, FilingRows rows, Steps steps, TraceText trace) {
        this.unit = unit;
        this.rows = rows;
        this.steps = steps;
        this.trace = trace;
        this.together = new GroupCommit<>(unit, Asked::marks, steps::take);
    }

    /** What decides a change; may look things up in the same unit, such as the next case number. */
    interface Decision<S extends Filing> extends Function<S, Mono<Change<Filing>>> {}

    /** Begins a filing. */
    Mono<FilingSummary> open(Command command, Filing.Draft draft, Instant now) {
        return asked(command.actor(), draft.id(), command, now, new Begin(draft))
                .flatMap(together::ask);
    }

    /**
     * Changes one filing, together with what others ask for at the same time: lock it, see that the caller may, decide, write it back,
     * tell the others. A command that was answered before gets its answer again.
     */
    <S extends Filing> Mono<FilingSummary> change(
            Command command, UUID id, Class<S> from, Instant now, Decision<S> decide) {
        return change(command, id, from, now, decide, Mono.empty());
    }

    /** @param keep lays on the disk what the filing will name, while it is locked */
    <S extends Filing> Mono<FilingSummary> change(
            Command command, UUID id, Class<S> from, Instant now, Decision<S> decide, Mono<Void> keep) {
        return asked(command.actor(), id, command, now, new Alter(expecting(from, decide), keep))
                .flatMap(together::ask);
    }

    /** Changes one filing whatever its version, by itself, where the decision itself sees to it that nothing is done twice. */
    <S extends Filing> Mono<FilingSummary> changeUnseen(
            Actor actor, UUID id, Class<S> from, Instant now, Decision<S> decide) {
        return asked(actor, id, null, now, new Alter(expecting(from, decide), Mono.empty()))
                .flatMap(it -> unit.run(() -> steps.take(List.of(it), true).flatMap(List::getFirst)));
    }

    private Mono<Asked> asked(Actor actor, UUID id, @Nullable Command command, Instant now, Wanted wanted) {
        return trace.current().map(told -> new Asked(actor, id, command, now, wanted, told));
    }

    private static <S extends Filing> Function<Filing, Mono<Change<Filing>>> expecting(
            Class<S> state, Decision<S> decide) {
        return filing -> decide.apply(mustBe(state, filing));
    }

    /** The filing in the state asked for, or a refusal. */
    static <S extends Filing> S mustBe(Class<S> state, Filing filing) {
        if (!state.isInstance(filing)) {
            throw FilingRefusal.NOT_NOW.because(FilingSummary.stateInChinese(filing));
        }
        return state.cast(filing);
    }

    /** One filing, for who may see it. */
    Mono<Stored> get(Actor actor, UUID id) {
        return rows.find(id)
                .filter(stored -> FilingAccess.mayTouch(actor, stored.filing()))
                .map(stored -> FilingAccess.seenBy(actor, stored))
                .switchIfEmpty(Mono.error(AccessRefusal.NOT_YOURS::because));
    }

    /** A filing, for who finds out who may see it; empty when there is none. */
    Mono<Filing> find(UUID id) {
        return rows.find(id).map(Stored::filing);
    }
}
