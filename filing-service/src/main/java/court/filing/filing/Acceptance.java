package court.filing.filing;

import court.filing.application.Application;
import court.filing.assignment.Assignments;
import court.filing.assignment.Matter;
import court.filing.filing.Filing.Submitted;
import court.filing.numbering.CaseNumbers;
import court.platform.contract.Change;
import court.platform.model.CaseNumber;
import java.time.Instant;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * What an acceptance 立案受理 gives a filing: its judge, then its number. Runs inside the unit of the acceptance; the number
 * comes last, because other acceptances of the court wait from there on.
 */
@Component
class Acceptance {

    private final CaseNumbers numbers;
    private final Assignments assignments;

    Acceptance(CaseNumbers numbers, Assignments assignments) {
        this.numbers = numbers;
        this.assignments = assignments;
    }

    Mono<Change<Filing>> of(Submitted filing, String acceptedBy, Instant now) {
        Application application = filing.application();
        Matter matter = new Matter(filing.id(), application.courtCode(), acceptedBy, application.applicants());
        return assignments
                .assign(matter, now)
                .flatMap(assigned -> numbers.next(application.courtCode(), CaseNumber.Type.ENFORCEMENT, now)
                        .map(given -> filing.accept(given.number(), assigned, acceptedBy, given.at())));
    }
}
