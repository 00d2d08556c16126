package court.filing.deadline;

import court.filing.deadline.DeadlineRows.Begun;
import court.filing.deadline.DeadlineRows.Ended;
import court.platform.calendar.Calendars;
import court.platform.calendar.LegalCalendar;
import court.platform.calendar.Term;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
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

    /** The term that a rule gives to what happened on a day, by the law in force that day. */
    public static Term term(Rule rule, LocalDate anchor) {
        return RULES.on(anchor).get(rule).from(anchor);
    }

    /** The rule a limit was begun under. */
    public static LegalRule rule(Deadline limit) {
        return RULES.on(limit.anchor()).get(limit.rule());
    }

    /** A limit about to begin. */
    public static Begun begun(UUID filingId, String court, Rule rule, Term term) {
        return new Begun(filingId, court, rule, term, RULES.on(term.anchor()).version());
    }

    /** The clocks of an accepted case: enforcement from acceptance, notice and upper court from receipt (RS5, K4). */
    public static List<Begun> accepted(UUID filingId, String court, LocalDate receivedOn, LocalDate acceptedOn) {
        return List.of(
                begun(filingId, court, Rule.ENFORCEMENT, term(Rule.ENFORCEMENT, acceptedOn)),
                begun(filingId, court, Rule.UPPER_COURT, term(Rule.UPPER_COURT, receivedOn)),
                begun(filingId, court, Rule.ENFORCEMENT_NOTICE, term(Rule.ENFORCEMENT_NOTICE, receivedOn)));
    }

    /** Begins limits. The same term again changes nothing; another of the same rule takes the place of the former. */
    public Mono<Void> start(List<Begun> limits) {
        if (limits.isEmpty()) {
            return Mono.empty();
        }
        Instant now = clock.instant();
        return rows.cancelOthers(limits, now).then(Mono.defer(() -> rows.insert(limits, calendars.edition(), now)));
    }

    /** The case was closed: the term of enforcement ends, and nobody goes to the upper court any more (K4). */
    public Mono<Void> closed(UUID filingId, LocalDate on) {
        return end(List.of(
                new Ending(filingId, Rule.ENFORCEMENT, Ending.How.DONE, on),
                new Ending(filingId, Rule.UPPER_COURT, Ending.How.CANCELLED, on),
                new Ending(filingId, Rule.ENFORCEMENT_NOTICE, Ending.How.CANCELLED, on)));
    }

    /** Ends those that run; without one nothing happens. One of each filing and rule at most. */
    public Mono<Void> end(List<Ending> endings) {
        if (endings.isEmpty()) {
            return Mono.empty();
        }
        Map<Place, Ending> asked =
                endings.stream().collect(Collectors.toMap(it -> new Place(it.filingId(), it.rule()), it -> it));
        return rows.lockRunning(endings)
                .map(it -> new Ended(
                        it,
                        Objects.requireNonNull(asked.get(new Place(it.filingId(), it.rule())))
                                .of(it)))
                .collectList()
                .flatMap(ended -> rows.end(ended, clock.instant()));
    }

    private record Place(UUID filingId, Rule rule) {}

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

    public LocalDate today() {
        return LegalCalendar.dateOf(clock.instant());
    }
}
