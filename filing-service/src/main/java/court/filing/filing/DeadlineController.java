package court.filing.filing;

import com.fasterxml.jackson.annotation.JsonInclude;
import court.filing.deadline.Deadline;
import court.filing.deadline.DeadlineRows;
import court.filing.deadline.Deadlines;
import court.filing.deadline.Rule;
import court.filing.deadline.TermChange;
import court.filing.deadline.TermChangeForm;
import court.filing.deadline.Terms;
import court.platform.contract.FilingEvent.TermWish;
import court.platform.contract.Party;
import court.platform.security.Actor;
import court.platform.web.Command;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The limits of a filing 期限 over HTTP, for who may see it. */
@RestController
@RequestMapping("/api/v1/filings/{id}/deadlines")
class DeadlineController {

    private final Filings filings;
    private final Deadlines deadlines;
    private final Terms terms;
    private final TermDesk desk;
    private final Answers answers;

    DeadlineController(Filings filings, Deadlines deadlines, Terms terms, TermDesk desk, Answers answers) {
        this.filings = filings;
        this.deadlines = deadlines;
        this.terms = terms;
        this.desk = desk;
        this.answers = answers;
    }

    /**
     * A limit.
     *
     * @param anchor the day it is counted from, which does not count itself (rule K1)
     * @param length ISO 8601, such as P7D
     * @param provisional the holidays of that time are not announced yet, or the term stands still
     * @param daysLeft calendar days (rule K6); negative when past
     */
    record Limit(
            Rule rule,
            LocalDate anchor,
            String length,
            LocalDate due,
            boolean provisional,
            Deadline.State state,
            long daysLeft) {

        static Limit of(Deadline it, LocalDate today) {
            return new Limit(
                    it.rule(), it.anchor(), it.length(), it.due(), it.provisional(), it.state(), it.daysLeft(today));
        }
    }

    /**
     * What changed the term of enforcement, or is to (rule K4).
     *
     * @param reason why it was asked; for the court only, like who asked, decided and resumed
     * @param decisionReason why it was granted or refused
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record TermChangeView(
            UUID id,
            TermChange.State state,
            TermWish wish,
            @Nullable String reason,
            @Nullable String requestedBy,
            Instant requestedAt,
            @Nullable String decidedBy,
            @Nullable Instant decidedAt,
            @Nullable String decisionReason,
            @Nullable String resumedBy) {

        static TermChangeView of(TermChange it, boolean court) {
            TermChange.Ruling ruling = it.ruling();
            return new TermChangeView(
                    it.id(),
                    it.state(),
                    it.wish(),
                    court ? it.reason().reveal() : null,
                    court ? it.requestedBy() : null,
                    it.requestedAt(),
                    court && ruling != null ? ruling.by() : null,
                    ruling == null ? null : ruling.at(),
                    ruling == null ? null : ruling.reason().reveal(),
                    court ? it.resumedBy() : null);
        }

        /** What is not granted is the court's own business. */
        static boolean shown(TermChange it, boolean court) {
            return court || it.state() == TermChange.State.GRANTED;
        }
    }

    /** All limits, oldest first, what moved them, and what changed the term of enforcement. */
    record Limits(List<Limit> limits, List<DeadlineRows.Moved> moved, List<TermChangeView> changes) {}

    @GetMapping
    Mono<Limits> list(Actor actor, @PathVariable UUID id) {
        return filings.get(actor, id).then(Mono.defer(() -> limits(id, actor.isStaff())));
    }

    private Mono<Limits> limits(UUID id, boolean court) {
        LocalDate today = answers.day().today();
        return Mono.zip(
                        deadlines.of(id).filter(it -> shown(it, court)).collectList(),
                        deadlines.history(id).collectList(),
                        changes(id, court).collectList())
                .map(all -> new Limits(
                        all.getT1().stream().map(it -> Limit.of(it, today)).toList(),
                        all.getT2().stream().filter(it -> of(all.getT1(), it)).toList(),
                        all.getT3()));
    }

    /** Some limits are the court's own business, such as that for the notice (rule RS5). */
    private static boolean shown(Deadline it, boolean court) {
        return court || Deadlines.rule(it).tell().concerns().contains(Party.Role.APPLICANT);
    }

    private static boolean of(List<Deadline> limits, DeadlineRows.Moved moved) {
        return limits.stream().anyMatch(it -> it.id().equals(moved.deadlineId()));
    }

    private Flux<TermChangeView> changes(UUID id, boolean court) {
        return terms.of(id).filter(it -> TermChangeView.shown(it, court)).map(it -> TermChangeView.of(it, court));
    }

    /** The judge of the case asks for more months, or not to count days. */
    @PostMapping("/changes")
    Mono<FilingSummary> ask(Command command, @PathVariable UUID id, @RequestBody TermChangeForm form) {
        return desk.ask(command, id, form);
    }

    /** Decides on it: the court's supervisor, or whom the rule names. */
    @PostMapping("/changes/{changeId}/decision")
    Mono<FilingSummary> decide(
            Command command,
            @PathVariable UUID id,
            @PathVariable UUID changeId,
            @RequestBody TermChangeForm.Decision decision) {
        return desk.decide(command, id, changeId, decision);
    }

    /** The last day that was not counted. */
    record Resumption(@Nullable LocalDate lastDay) {}

    /** The ground is over and the term runs again. */
    @PostMapping("/changes/{changeId}/resumption")
    Mono<FilingSummary> resume(
            Command command, @PathVariable UUID id, @PathVariable UUID changeId, @RequestBody Resumption it) {
        return desk.resume(command, id, changeId, it.lastDay());
    }
}
