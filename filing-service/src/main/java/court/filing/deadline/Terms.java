package court.filing.deadline;

import court.filing.deadline.DeadlineRows.Why;
import court.filing.deadline.TermChange.Ruling;
import court.filing.deadline.TermChange.State;
import court.platform.calendar.Calendars;
import court.platform.calendar.LegalCalendar;
import court.platform.contract.FilingEvent.TermChangeDecided;
import court.platform.contract.FilingEvent.TermChangeRequested;
import court.platform.contract.FilingEvent.TermResumed;
import court.platform.json.Secret;
import court.platform.model.Uuid7;
import court.platform.security.Actor;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What changes a case's term of enforcement (K4). Each step runs inside the unit of the act on the filing. */
@Component
public class Terms {

    private final TermRows rows;
    private final DeadlineRows limits;
    private final Recomputing recomputing;
    private final Calendars calendars;
    private final Clock clock;

    Terms(TermRows rows, DeadlineRows limits, Recomputing recomputing, Calendars calendars, Clock clock) {
        this.rows = rows;
        this.limits = limits;
        this.recomputing = recomputing;
        this.calendars = calendars;
        this.clock = clock;
    }

    /** The judge of the case asks; nothing moves yet. */
    public Mono<TermChangeRequested> ask(UUID filingId, TermChangeForm form, String by) {
        Instant now = clock.instant();
        Secret reason = new Secret(filingId.toString(), form.because());
        TermChange change =
                new TermChange(Uuid7.at(now), filingId, State.REQUESTED, form.wish(), reason, by, now, null, null);
        return running(filingId)
                .zipWith(rows.of(filingId).collectList())
                .doOnNext(it -> change.mustFit(Deadlines.rule(it.getT1()), it.getT1(), it.getT2(), today()))
                .then(rows.insert(change))
                .thenReturn(new TermChangeRequested(change.id().toString(), change.wish(), reason));
    }

    /** Who the rule says decides on it (RS15); granted, the last days move at once. */
    public Mono<TermChangeDecided> decide(UUID filingId, UUID changeId, TermChangeForm.Decision decision, Actor by) {
        Ruling ruling = new Ruling(by.id(), new Secret(filingId.toString(), decision.because()), clock.instant());
        boolean granted = decision.granted();
        return running(filingId)
                .doOnNext(limit -> by.mustBe(Deadlines.rule(limit).approver()))
                .then(one(filingId, changeId))
                .map(it -> it.decide(granted, ruling))
                .flatMap(it -> rows.update(it)
                        .then(granted ? moved(it, why(it)) : running(filingId))
                        .map(limit -> told(it, limit, ruling)));
    }

    private static Why why(TermChange it) {
        return it.wish().prolongedBy() == null ? Why.EXCLUSION : Why.PROLONGATION;
    }

    private static TermChangeDecided told(TermChange it, Deadline limit, Ruling ruling) {
        return new TermChangeDecided(
                it.id().toString(),
                it.state() == State.GRANTED,
                it.wish(),
                limit.due(),
                limit.provisional(),
                ruling.reason(),
                ruling.by());
    }

    /** What was not counted is over. */
    public Mono<TermResumed> resume(UUID filingId, UUID changeId, @Nullable LocalDate lastDay, String by) {
        return one(filingId, changeId)
                .map(it -> it.resume(lastDay, by, today()))
                .flatMap(it -> rows.update(it)
                        .then(moved(it, Why.RESUMPTION))
                        .map(limit -> new TermResumed(it.id().toString(), it.wish(), limit.due(), by)));
    }

    /** All that was asked for, oldest first. */
    public Flux<TermChange> of(UUID filingId) {
        return rows.of(filingId);
    }

    private Mono<TermChange> one(UUID filingId, UUID changeId) {
        return rows.of(filingId)
                .filter(it -> it.id().equals(changeId))
                .next()
                .switchIfEmpty(Mono.error(TermRefusal.NO_SUCH_REQUEST::because));
    }

    private Mono<Deadline> moved(TermChange it, Why why) {
        return Mono.defer(() ->
                recomputing.of(it.filingId(), calendars.edition(), why).then(Mono.defer(() -> running(it.filingId()))));
    }

    private Mono<Deadline> running(UUID filingId) {
        return limits.lockLatest(filingId, Rule.ENFORCEMENT)
                .filter(it -> it.state() == Deadline.State.RUNNING)
                .switchIfEmpty(Mono.error(TermRefusal.NO_TERM::because));
    }

    private LocalDate today() {
        return LegalCalendar.dateOf(clock.instant());
    }
}
