package court.filing.filing;

import court.filing.application.Application;
import court.platform.contract.Fact;
import court.platform.contract.FilingEvent.CaseAccepted;
import court.platform.contract.FilingEvent.CorrectionRequired;
import court.platform.contract.FilingEvent.FilingRefused;
import court.platform.contract.FilingEvent.FilingResubmitted;
import court.platform.contract.FilingEvent.FilingSubmitted;
import court.platform.model.CaseNumber;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** How the steps of a filing are told: to the applicants, never to the respondents. */
final class FilingFacts {

    private FilingFacts() {}

    static Fact submitted(Papers papers, Application it) {
        return Fact.to(
                        it.applicants(),
                        new FilingSubmitted(
                                it.courtCode(),
                                it.channel().name(),
                                it.parties(),
                                it.claim(),
                                it.basis(),
                                papers.told(),
                                it.agents(),
                                it.clues(),
                                it.enteredBy(),
                                it.posting()))
                .with(papers.files());
    }

    static Fact resubmitted(Papers papers, Application it) {
        return Fact.to(
                        it.applicants(),
                        new FilingResubmitted(
                                it.courtCode(),
                                it.channel().name(),
                                it.parties(),
                                it.claim(),
                                it.basis(),
                                papers.told(),
                                it.agents(),
                                it.clues(),
                                it.enteredBy(),
                                it.posting()))
                .with(papers.files());
    }

    static Fact returned(Application it, Docket.Notice notice, LocalDate answerBy, @Nullable String againReason) {
        return Fact.to(it.applicants(), new CorrectionRequired(notice.missing(), answerBy, againReason));
    }

    static Fact accepted(Application it, CaseNumber number, String by) {
        return Fact.to(
                it.applicants(),
                new CaseAccepted(number.text(), it.courtCode(), it.parties(), it.claim(), it.basis(), by, it.agents()));
    }

    static Fact refused(Application it, Ruling ruling) {
        return Fact.to(
                it.applicants(),
                new FilingRefused(it.courtCode(), ruling.reason().name(), ruling.text(), ruling.by()));
    }
}
