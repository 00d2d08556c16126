package court.filing.filing;

import court.filing.deadline.Deadlines;
import court.filing.deadline.Deadlines.How;
import court.filing.deadline.Rule;
import court.filing.filing.Filing.Accepted;
import court.filing.filing.Filing.Refused;
import court.filing.filing.Filing.Returned;
import court.filing.filing.Filing.Submitted;
import court.platform.calendar.LegalCalendar;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Which limits begin and end with each step of a filing. Inside the unit of the step. */
@Component
class FilingClocks {

    private final Deadlines deadlines;

    FilingClocks(Deadlines deadlines) {
        this.deadlines = deadlines;
    }

    Mono<Void> step(Filing from, Filing to) {
        if (from.getClass() == to.getClass()) {
            return Mono.empty();
        }
        UUID id = to.id();
        return switch (to) {
            case Submitted it ->
                answered(from, it).then(deadlines.start(id, it.court(), Rule.DECIDE_FILING, it.decideBy()));
            case Returned it ->
                deadlines
                        .end(id, Rule.DECIDE_FILING, How.DONE)
                        .then(deadlines.start(
                                id, it.court(), Rule.CORRECTION, it.notice().answerBy()));
            case Accepted it -> deadlines.end(id, Rule.DECIDE_FILING, How.DONE).then(accepted((Submitted) from, it));
            case Refused _ ->
                from instanceof Returned
                        ? deadlines.end(id, Rule.CORRECTION, How.LAPSED)
                        : deadlines.end(id, Rule.DECIDE_FILING, How.DONE);
            case Withdrawn _ ->
                deadlines.end(id, from instanceof Returned ? Rule.CORRECTION : Rule.DECIDE_FILING, How.CANCELLED);
            case Filing.Draft _ -> Mono.empty();
        };
    }

    private Mono<Void> answered(Filing from, Submitted answer) {
        LocalDate on = answer.application().handedInOn(LegalCalendar.dateOf(answer.at()));
        return from instanceof Returned ? deadlines.end(from.id(), Rule.CORRECTION, How.DONE, on) : Mono.empty();
    }

    private Mono<Void> accepted(Submitted from, Accepted to) {
        LocalDate received = from.application().arrivedOn(LegalCalendar.dateOf(from.at()));
        return deadlines.accepted(to.id(), to.court(), received, LegalCalendar.dateOf(to.at()));
    }
}
