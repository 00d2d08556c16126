package court.filing.filing;

import court.filing.assignment.Assignments;
import court.filing.assignment.Courts;
import court.filing.filing.Filing.Submitted;
import court.filing.numbering.CaseNumbers;
import court.platform.calendar.LegalCalendar;
import court.platform.contract.Change;
import court.platform.model.CaseNumber;
import java.time.Instant;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What an acceptance 立案受理 gives a filing: its number, then its judge. Runs inside the unit of the acceptance. */
@Component
class Acceptance {

    private final CaseNumbers numbers;
    private final Assignments assignments;
    private final Courts courts;

    Acceptance(CaseNumbers numbers, Assignments assignments, Courts courts) {
        this.numbers = numbers;
        this.assignments = assignments;
        this.courts = courts;
    }

    Mono<Change<Filing>> of(Submitted filing, String acceptedBy, Instant now) {
        String code = filing.application().courtCode();
        int year = LegalCalendar.dateOf(now).getYear();
        Courts.Court court = courts.find(code).orElseThrow(() -> new IllegalStateException("no court " + code));
        return numbers.next(code, year, CaseNumber.Type.ENFORCEMENT)
                .flatMap(number -> assignments
                        .assign(filing.id(), court)
                        .map(judge -> filing.accept(number, judge, acceptedBy, now)));
    }
}
