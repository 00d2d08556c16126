package court.filing.filing;

import court.filing.filing.FilingRows.Written;
import court.platform.contract.Change;
import court.platform.outbox.GroupCommit;
import court.platform.security.AccessRefusal;
import court.platform.security.Actor;
import court.platform.web.Command;
import court.platform.web.Turn;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * One person's turn to change a filing, or to begin one.
 *
 * <pre>
 *   asked ──find──▶ found ──decide──▶ decided ──done──▶ done
 *     └───────────────┴──────refuse─────┴────▶ refused
 * </pre>
 */
final class FilingTurn extends Turn<FilingSummary> {

    private final Asked asked;
    private @Nullable Stored from;
    private @Nullable Change<Filing> change;

    /**
     * What somebody wants.
     *
     * @param command as which it came, to be answered once; null where the decision itself sees to that
     * @param wanted what becomes of a filing that is there, or a filing to begin
     * @param traceparent in which trace
     */
    record Asked(Actor actor, UUID id, @Nullable Command command, Instant at, Wanted wanted, String traceparent) {

        /** No two in one group may change one filing, or ask under one key: the second would not know of the first. */
        Set<?> marks() {
            return command == null ? Set.of(id) : Set.of(id, command.known());
        }
    }

    /** What is to be. */
    sealed interface Wanted {}

    /** A filing begins. */
    record Begin(Filing.Draft draft) implements Wanted {}

    /**
     * A filing changes.
     *
     * @param decide what it refuses at once it refuses for itself alone; what it refuses later undoes the group, for it may have written
     * @param keep lays on the disk what the filing will name
     */
    record Alter(Function<Filing, Mono<Change<Filing>>> decide, Mono<Void> keep) implements Wanted {}

    FilingTurn(Asked asked) {
        super(asked.command());
        this.asked = asked;
    }

    Asked asked() {
        return asked;
    }

    boolean begins() {
        return asked.wanted() instanceof Begin;
    }

    /** The court whose numbers and judges may be needed; empty while it is a draft. */
    String court() {
        return from == null ? "" : from.filing().court();
    }

    /** @param stored the filing, locked; null when there is none or somebody else changes it now */
    void find(@Nullable Stored stored, boolean waited) {
        if (stored == null && !waited) {
            refuse(GroupCommit.LATER);
        } else if (stored == null || !FilingAccess.mayTouch(asked.actor(), stored.filing())) {
            throw AccessRefusal.NOT_YOURS.because();
        }
        from = stored;
    }

    Mono<Void> decide() {
        if (!(asked.wanted() instanceof Alter alter)) {
            return Mono.empty();
        }
        Stored stored = Objects.requireNonNull(from);
        if (asked.command() != null) {
            asked.command().mustHaveSeen(stored.version());
        }
        return alter.decide()
                .apply(stored.filing())
                .doOnNext(decided -> change = decided)
                .then();
    }

    Mono<Void> keep() {
        return asked.wanted() instanceof Alter alter ? alter.keep() : Mono.empty();
    }

    /** What it is from now on. */
    Stored to() {
        return switch (asked.wanted()) {
            case Begin it -> new Stored(it.draft(), 1);
            case Alter _ ->
                new Stored(decided().next(), Objects.requireNonNull(from).version() + 1);
        };
    }

    Written written() {
        return new Written(to(), asked.at());
    }

    Step step() {
        return new Step(
                asked.actor(),
                asked.traceparent(),
                Objects.requireNonNull(from),
                to(),
                decided().facts());
    }

    private Change<Filing> decided() {
        return Objects.requireNonNull(change);
    }
}
