package court.filing.filing;

import static court.platform.security.Role.ENFORCEMENT_JUDGE;

import court.filing.deadline.TermChangeForm;
import court.filing.deadline.Terms;
import court.filing.filing.Filing.Accepted;
import court.platform.contract.Change;
import court.platform.contract.Fact;
import court.platform.contract.FilingEvent;
import court.platform.security.AccessRefusal;
import court.platform.security.Actor;
import court.platform.web.Command;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** What the court can do about a case's term of enforcement (rule K4). */
@Service
class TermDesk {

    private final Filings filings;
    private final Terms terms;
    private final Clock clock;

    TermDesk(Filings filings, Terms terms, Clock clock) {
        this.filings = filings;
        this.terms = terms;
        this.clock = clock;
    }

    /** The judge of the case asks for more months, or not to count days. */
    Mono<FilingSummary> ask(Command command, UUID id, TermChangeForm form) {
        Actor judge = command.actor().mustBe(ENFORCEMENT_JUDGE);
        return change(command, id, it -> {
            mustHave(it, judge);
            return terms.ask(id, form, judge.id()).map(Fact::courtOnly);
        });
    }

    /** Who the rule says decides on it, in no case of their own (rule RS15). The applicants learn of it. */
    Mono<FilingSummary> decide(Command command, UUID id, UUID changeId, TermChangeForm.Decision decision) {
        Actor approver = command.actor();
        return change(command, id, it -> {
            if (it.judge().id().equals(approver.id())) {
                throw FilingRefusal.OWN_CASE.because();
            }
            return terms.decide(id, changeId, decision, approver).map(fact -> told(it, fact));
        });
    }

    /** The judge of the case tells that what was not counted is over. */
    Mono<FilingSummary> resume(Command command, UUID id, UUID changeId, @Nullable LocalDate lastDay) {
        Actor judge = command.actor().mustBe(ENFORCEMENT_JUDGE);
        return change(command, id, it -> {
            mustHave(it, judge);
            return terms.resume(id, changeId, lastDay, judge.id()).map(fact -> told(it, fact));
        });
    }

    private static Fact told(Accepted filing, FilingEvent event) {
        return Fact.to(filing.application().applicants(), event);
    }

    private static void mustHave(Accepted filing, Actor judge) {
        if (!filing.judge().id().equals(judge.id())) {
            throw AccessRefusal.ROLE_MISSING.because();
        }
    }

    private interface Step {
        Mono<Fact> of(Accepted filing);
    }

    private Mono<FilingSummary> change(Command command, UUID id, Step step) {
        return filings.change(
                command, id, Accepted.class, clock.instant(), it -> step.of(it).map(fact -> Change.of(it, fact)));
    }
}
