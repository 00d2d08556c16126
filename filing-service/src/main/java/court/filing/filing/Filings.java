package court.filing.filing;

import court.filing.application.Application;
import court.platform.contract.Change;
import court.platform.outbox.WriteUnit;
import court.platform.security.AccessRefusal;
import court.platform.security.Actor;
import court.platform.security.Role;
import court.platform.web.Command;
import court.platform.web.Commands;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** All filings. A filing is one row, locked while it changes. */
@Repository
class Filings {

    private final WriteUnit unit;
    private final Commands commands;
    private final FilingRows rows;
    private final Consequences consequences;
    private final Answers answers;

    Filings(WriteUnit unit, Commands commands, FilingRows rows, Consequences consequences, Answers answers) {
        this.unit = unit;
        this.commands = commands;
        this.rows = rows;
        this.consequences = consequences;
        this.answers = answers;
    }

    /** A filing with the version of its row. */
    record Stored(Filing filing, long version) {}

    /** What decides a change; may look things up in the same unit, such as the next case number. */
    interface Decision<S extends Filing> extends Function<S, Mono<Change<Filing>>> {}

    /** Begins a filing. */
    Mono<FilingSummary> open(Command command, Filing.Draft draft, Instant now) {
        return unit.run(() -> commands.once(
                command,
                () -> rows.insert(draft, now).thenReturn(answers.summary(command.actor(), new Stored(draft, 1)))));
    }

    /**
     * Changes one filing in one transaction: lock it, see that the caller may, decide, write it back, tell the others.
     * A command that was answered before gets its answer again.
     */
    <S extends Filing> Mono<FilingSummary> change(
            Command command, UUID id, Class<S> from, Instant now, Decision<S> decide) {
        return unit.run(() -> rows.lock(id)
                .filter(stored -> mayTouch(command.actor(), stored.filing()))
                .switchIfEmpty(Mono.error(AccessRefusal.NOT_YOURS::because))
                .flatMap(stored -> commands.once(
                        command,
                        () -> decide(command, stored, from, decide)
                                .flatMap(change -> write(command.actor(), stored, change, now)))));
    }

    private static <S extends Filing> Mono<Change<Filing>> decide(
            Command command, Stored stored, Class<S> from, Decision<S> decide) {
        command.mustHaveSeen(stored.version());
        return decide.apply(mustBe(from, stored.filing()));
    }

    /** Changes one filing whatever its version, where the decision itself sees to it that nothing is done twice. */
    <S extends Filing> Mono<FilingSummary> changeUnseen(
            Actor actor, UUID id, Class<S> from, Instant now, Decision<S> decide) {
        return unit.run(() -> rows.lock(id)
                .filter(stored -> mayTouch(actor, stored.filing()))
                .switchIfEmpty(Mono.error(AccessRefusal.NOT_YOURS::because))
                .flatMap(stored -> decide.apply(mustBe(from, stored.filing()))
                        .flatMap(change -> write(actor, stored, change, now))));
    }

    /** The filing in the state asked for, or a refusal. */
    static <S extends Filing> S mustBe(Class<S> state, Filing filing) {
        if (!state.isInstance(filing)) {
            throw FilingRefusal.NOT_NOW.because(FilingSummary.stateInChinese(filing));
        }
        return state.cast(filing);
    }

    private Mono<FilingSummary> write(Actor actor, Stored stored, Change<Filing> change, Instant now) {
        Stored next = new Stored(change.next(), stored.version() + 1);
        return rows.update(next, now)
                .then(consequences.of(actor, stored, next, change.facts()))
                .thenReturn(answers.summary(actor, seenBy(actor, next)));
    }

    /** One filing, for who may see it. */
    Mono<Stored> get(Actor actor, UUID id) {
        return rows.find(id)
                .filter(stored -> mayTouch(actor, stored.filing()))
                .map(stored -> seenBy(actor, stored))
                .switchIfEmpty(Mono.error(AccessRefusal.NOT_YOURS::because));
    }

    /** A filing, for who finds out who may see it; empty when there is none. */
    Mono<Filing> find(UUID id) {
        return rows.find(id).map(Stored::filing);
    }

    /** What a filing is to this person: only who fills it in sees it while it is being mended. */
    static Stored seenBy(Actor actor, Stored stored) {
        return stored.filing() instanceof Filing.Returned it && actor.isStaff() && !fillsIn(actor, it)
                ? new Stored(it.with(it.notice().returned(it.papers())), stored.version())
                : stored;
    }

    /** Whether this person is who fills it in now: of what a clerk entered, any clerk of the court once it is returned. */
    static boolean fillsIn(Actor actor, Filing filing) {
        return isInHandsOf(actor, filing) || (filing instanceof Filing.Returned && isClerkOf(actor, filing));
    }

    private static boolean isClerkOf(Actor actor, Filing filing) {
        return actor.is(Role.CLERK)
                && filing.papers().channel().byClerk()
                && filing.court().equals(actor.court());
    }

    /** Whether this person is filling it in now: then nothing is hidden from them, and nothing new is seen. */
    static boolean isInHandsOf(Actor actor, Filing filing) {
        return filing instanceof Filing.Editable && filing.papers().owner().equals(actor.memberName());
    }

    /**
     * The filer of a draft; from submission on the applicants and who acts for them now, the court's clerks if one of them
     * entered it, its filing judges, the judge who got the case, and once it is one the court's supervisors.
     */
    static boolean mayTouch(Actor actor, Filing filing) {
        Application application = filing.application();
        boolean owner = filing.papers().owner().equals(actor.memberName());
        if (actor.is(Role.PARTY)) {
            return application == null ? owner : application.isApplicant(actor);
        }
        if (isClerkOf(actor, filing) || (application == null && owner && actor.is(Role.CLERK))) {
            return true;
        }
        boolean assigned = filing instanceof Filing.Accepted accepted
                && accepted.judge().id().equals(actor.id());
        return assigned
                || (application != null
                        && (actor.is(Role.FILING_JUDGE)
                                || (actor.is(Role.SUPERVISOR) && filing instanceof Filing.Accepted))
                        && application.courtCode().equals(actor.court()));
    }
}
