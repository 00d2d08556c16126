package court.filing.filing;

import court.filing.deadline.Deadline;
import court.filing.deadline.DeadlineRows;
import court.filing.deadline.Deadlines;
import court.filing.deadline.Rule;
import court.platform.security.Actor;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The limits of a filing 期限 over HTTP, for who may see it. */
@RestController
@RequestMapping("/api/v1/filings/{id}/deadlines")
class DeadlineController {

    private final Filings filings;
    private final Deadlines deadlines;
    private final Answers answers;

    DeadlineController(Filings filings, Deadlines deadlines, Answers answers) {
        this.filings = filings;
        this.deadlines = deadlines;
        this.answers = answers;
    }

    /**
     * A limit.
     *
     * @param anchor the day it is counted from, which does not count itself (rule K1)
     * @param length ISO 8601, such as P7D
     * @param provisional the holidays of that time are not announced yet
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

    /** All limits, oldest first, and what moved them. */
    record Limits(List<Limit> limits, List<DeadlineRows.Moved> moved) {}

    @GetMapping
    Mono<Limits> list(Actor actor, @PathVariable UUID id) {
        LocalDate today = answers.day().today();
        return filings.get(actor, id)
                .then(Mono.defer(
                        () -> deadlines.of(id).map(it -> Limit.of(it, today)).collectList()))
                .zipWhen(limits -> deadlines.history(id).collectList(), Limits::new);
    }
}
