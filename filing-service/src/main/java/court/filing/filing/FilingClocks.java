package court.filing.filing;

import court.filing.deadline.DeadlineRows.Begun;
import court.filing.deadline.Deadlines;
import court.filing.deadline.Ending;
import court.filing.deadline.Ending.How;
import court.filing.deadline.Rule;
import court.filing.filing.Filing.Accepted;
import court.filing.filing.Filing.Draft;
import court.filing.filing.Filing.Refused;
import court.filing.filing.Filing.Returned;
import court.filing.filing.Filing.Submitted;
import court.platform.calendar.LegalCalendar;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Which limits begin and end with each step of a filing. Inside the unit of the step. */
@Component
class FilingClocks {

    private final Deadlines deadlines;

    FilingClocks(Deadlines deadlines) {
        this.deadlines = deadlines;
    }

    Mono<Void> follow(List<Step> steps) {
        List<Step> moved = steps.stream()
                .filter(step ->
                        step.from().filing().getClass() != step.to().filing().getClass())
                .toList();
        LocalDate today = deadlines.today();
        return deadlines
                .end(moved.stream()
                        .flatMap(step -> ended(step.from().filing(), step.to().filing(), today))
                        .toList())
                .then(Mono.defer(() -> deadlines.start(moved.stream()
                        .flatMap(step -> begun(step.from().filing(), step.to().filing()))
                        .toList())));
    }

    private static Stream<Ending> ended(Filing from, Filing to, LocalDate today) {
        Rule running = from instanceof Returned ? Rule.CORRECTION : Rule.DECIDE_FILING;
        How how = switch (to) {
            case Submitted _, Returned _, Accepted _ -> How.DONE;
            case Refused _ -> from instanceof Returned ? How.LAPSED : How.DONE;
            case Withdrawn _, Draft _ -> How.CANCELLED;
        };
        LocalDate on = to instanceof Submitted it ? it.application().handedInOn(LegalCalendar.dateOf(it.at())) : today;
        return from instanceof Draft ? Stream.empty() : Stream.of(new Ending(to.id(), running, how, on));
    }

    private static Stream<Begun> begun(Filing from, Filing to) {
        return switch (to) {
            case Submitted it -> Stream.of(Deadlines.begun(it.id(), it.court(), Rule.DECIDE_FILING, it.decideBy()));
            case Returned it ->
                Stream.of(Deadlines.begun(
                        it.id(), it.court(), Rule.CORRECTION, it.notice().answerBy()));
            case Accepted it -> accepted((Submitted) from, it).stream();
            case Refused _, Withdrawn _, Draft _ -> Stream.empty();
        };
    }

    private static List<Begun> accepted(Submitted from, Accepted to) {
        LocalDate received = from.application().arrivedOn(LegalCalendar.dateOf(from.at()));
        return Deadlines.accepted(to.id(), to.court(), received, LegalCalendar.dateOf(to.at()));
    }
}
