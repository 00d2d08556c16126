package court.filing.deadline;

import court.filing.deadline.Deadline.State;
import court.filing.deadline.DeadlineRows.Begun;
import court.platform.calendar.Calendars;
import court.platform.calendar.LegalCalendar;
import court.platform.calendar.Term;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * All limits that run or ran. What is stored is rule and anchor; the last day is derived and derived again when the
 * calendar changes (K2). Changes run inside the unit of the act that causes them.
 */
@Component
public class Deadlines {

    private static final LegalRules RULES = LegalRules.published();

    private final DeadlineRows rows;
    private final Calendars calendars;
    private final Clock clock;

    Deadlines(DeadlineRows rows, Calendars calendars, Clock clock) {
        this.rows = rows;
        this.calendars = calendars;
        this.clock = clock;
    }

    /** How a limit ends. */
    public enum How {
        /** What it asks for was done, in time or not. */
        DONE,
        /** It passed and the law's consequence was drawn. */
        LAPSED,
        /** Nobody needs it any more. */
        CANCELLED
    }

    /** The term that a rule gives to what happened on a day, by the law in force that day. */
    public static Term term(Rule rule, LocalDate anchor) {
        return RULES.on(anchor).get(rule).from(anchor);
    }

    /** The rule a limit was begun under. */
    public static LegalRule rule(Deadline limit) {
        return RULES.on(limit.anchor()).get(limit.rule());
    }

    /** Begins a limit. The same term again changes nothing; another of the same rule takes the place of the former. */
    public Mono<Void> start(UUID filingId, String court, Rule rule, Term term) {
        return start(List.of(begun(filingId, court, rule, term)));
    }

    /** Begins the clocks of an accepted case: enforcement from acceptance, notice and upper court from receipt (RS5, K4). */
    public Mono<Void> accepted(UUID filingId, String court, LocalDate receivedOn, LocalDate acceptedOn) {
        return start(List.of(
                begun(filingId, court, Rule.ENFORCEMENT, term(Rule.ENFORCEMENT, acceptedOn)),
                begun(filingId, court, Rule.UPPER_COURT, term(Rule.UPPER_COURT, receivedOn)),
                begun(filingId, court, Rule.ENFORCEMENT_NOTICE, term(Rule.ENFORCEMENT_NOTICE, receivedOn))));
    }

    private static Begun begun(UUID filingId, String court, Rule rule, Term term) {
        return new Begun(filingId, court, rule, term, RULES.on(term.anchor()).version());
    }

    private Mono<Void> start(List<Begun> limits) {
        Instant now = clock.instant();
        return rows.cancelOthers(limits, now).then(Mono.defer(() -> rows.insert(limits, calendars.edition(), now)));
    }

    /** The case was closed: the term of enforcement ends, and nobody goes to the upper court any more (K4). */
    public Mono<Void> closed(UUID filingId, LocalDate on) {
        return end(filingId, Rule.ENFORCEMENT, How.DONE, on)
                .then(Mono.defer(() -> end(filingId, Rule.UPPER_COURT, How.CANCELLED, on)))
                .then(Mono.defer(() -> end(filingId, Rule.ENFORCEMENT_NOTICE, How.CANCELLED, on)));
    }

    /** Ends a limit that runs; without one nothing happens. */
    public Mono<Void> end(UUID filingId, Rule rule, How how) {
        return end(filingId, rule, how, today());
    }

    /** @param on the day that counts: that of posting for what came by mail (rule K1) */
    public Mono<Void> end(UUID filingId, Rule rule, How how, LocalDate on) {
        return rows.lockLatest(filingId, rule)
                .filter(it -> it.state() == State.RUNNING)
                .flatMap(it -> rows.end(it, outcome(it, how, on), clock.instant()));
    }

    private static State outcome(Deadline deadline, How how, LocalDate on) {
        return switch (how) {
            case DONE -> deadline.missed(on) ? State.MISSED : State.MET;
            case LAPSED -> State.MISSED;
            case CANCELLED -> State.CANCELLED;
        };
    }

    /** The court granted another last day (K5): the limit runs again, to that day. */
    public Mono<Void> extend(UUID filingId, Rule rule, LocalDate until) {
        return rows.lockLatest(filingId, rule)
                .filter(it -> it.missed(today()))
                .switchIfEmpty(Mono.error(ExtensionRefusal.NOT_MISSED::because))
                .flatMap(it -> rows.extend(it, until, clock.instant()));
    }

    /** The last limit under a rule, running or ended. */
    public Mono<Deadline> latest(UUID filingId, Rule rule) {
        return rows.latest(filingId, rule);
    }

    /** All limits of a filing, oldest first. */
    public Flux<Deadline> of(UUID filingId) {
        return rows.of(filingId);
    }

    /** What moved the limits of a filing, oldest first. */
    public Flux<DeadlineRows.Moved> history(UUID filingId) {
        return rows.history(filingId);
    }

    private LocalDate today() {
        return LegalCalendar.dateOf(clock.instant());
    }
}
