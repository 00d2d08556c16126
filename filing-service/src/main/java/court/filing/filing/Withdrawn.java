package court.filing.filing;

import court.filing.application.Application;
import court.filing.filing.Filing.Pending;
import court.filing.filing.Filing.Returned;
import court.platform.contract.Change;
import court.platform.contract.Fact;
import court.platform.contract.FilingEvent.FilingWithdrawn;
import court.platform.json.Secret;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Taken back before the court decided 撤回申请: the end of this filing; another may be made. */
record Withdrawn(Papers papers, Application application, Withdrawal withdrawal, Docket docket) implements Filing {

    /**
     * That it was taken back.
     *
     * @param enteredBy staff id of the clerk who entered it for the applicant
     */
    record Withdrawal(Secret reason, @Nullable String enteredBy, Instant at) {}

    /** What the court has of it stays; what was being typed for a correction goes. */
    static Change<Filing> of(Pending from, Application application, Withdrawal it) {
        Papers papers =
                from instanceof Returned returned ? returned.notice().returned(returned.papers()) : from.papers();
        return Change.of(
                new Withdrawn(papers, application, it, from.docket()),
                Fact.to(
                        application.applicants(),
                        new FilingWithdrawn(application.courtCode(), it.reason(), it.enteredBy())));
    }
}
