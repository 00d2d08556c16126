package court.filing.filing;

import static court.filing.filing.FilingFixtures.DAY;
import static court.filing.filing.FilingFixtures.ID;
import static court.filing.filing.FilingFixtures.NOW;
import static court.filing.filing.FilingFixtures.TODAY;
import static court.filing.filing.FilingFixtures.application;
import static court.filing.filing.FilingFixtures.day;
import static court.filing.filing.FilingFixtures.draft;
import static court.filing.filing.FilingFixtures.empty;
import static court.filing.filing.FilingFixtures.notice;
import static court.filing.filing.FilingFixtures.returned;
import static court.filing.filing.FilingFixtures.submitted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import court.platform.calendar.LegalCalendar;
import court.platform.contract.Change;
import court.platform.contract.Fact;
import court.platform.contract.FilingEvent.CaseAccepted;
import court.platform.contract.FilingEvent.CorrectionRequired;
import court.platform.contract.FilingEvent.FilingRefused;
import court.platform.contract.FilingEvent.FilingResubmitted;
import court.platform.contract.FilingEvent.FilingSubmitted;
import court.platform.contract.FilingEvent.JudgeAssigned;
import court.platform.json.SealedJson;
import court.platform.model.CaseNumber;
import court.platform.model.Refusal;
import court.platform.model.Refused;
import court.platform.support.TestJson;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FilingTest {

    private final LegalCalendar calendar = LegalCalendar.published();

    @Test
    void savingADraftTellsNobody() {
        assertThat(empty().attach(FilingFixtures.material("f1")).facts()).isEmpty();
        assertThat(empty().fill(empty().papers().form()).facts()).isEmpty();
    }

    @Test
    void aSubmissionIsToldToTheApplicantsWithItsFiles() {
        Change<Filing> change = draft().submit(application(), DAY);

        Fact fact = change.facts().getFirst();
        assertThat(fact.event()).isInstanceOf(FilingSubmitted.class);
        assertThat(fact.audience()).containsExactly("p1");
        assertThat(fact.files()).containsExactly(FilingFixtures.material("f1").file());
    }

    @Test
    void aFilingWithoutMaterialsIsNotSubmitted() {
        refused(FilingRefusal.NOTHING_ATTACHED, () -> empty().submit(application(), DAY));
    }

    @Test
    @DisplayName("RF1: seven days from the day after the filing, and again from the day after the corrected filing")
    void theCourtsTermStartsAgainAfterACorrection() {
        Instant later = Instant.parse("2026-03-08T16:00:00Z");

        Filing.Submitted again =
                (Filing.Submitted) returned().submit(application(), day(later)).next();

        assertThat(submitted().decideBy().due(calendar).date()).isEqualTo(LocalDate.of(2026, 3, 9));
        assertThat(again.decideBy().due(calendar).date()).isEqualTo(LocalDate.of(2026, 3, 16));
        assertThat(again.corrected()).isTrue();
    }

    @Test
    @DisplayName("RF2: a second correction needs a recorded reason")
    void aSecondCorrectionNeedsAReason() {
        Filing.Submitted again =
                (Filing.Submitted) returned().submit(application(), DAY).next();

        refused(FilingRefusal.RETURNED_ONCE, () -> again.giveBack(notice(), null, DAY));
        refused(FilingRefusal.RETURNED_ONCE, () -> again.giveBack(notice(), " ", DAY));
        CorrectionRequired told = (CorrectionRequired)
                again.giveBack(notice(), "新材料引出的问题", DAY).facts().getFirst().event();
        assertThat(told.againReason()).isEqualTo("新材料引出的问题");
    }

    @Test
    void aReturnedFilingCanBeSubmittedAgain() {
        Change<Filing> change = returned().submit(application(), DAY);

        assertThat(change.facts().getFirst().event()).isInstanceOf(FilingResubmitted.class);
    }

    @Test
    void anAcceptanceTellsTheNumberThenTheJudgeAndNeverTheRespondent() {
        Change<Filing> change =
                submitted().accept(CaseNumber.parse("(2026)沪0117执1号"), FilingFixtures.ASSIGNED, "filing-judge", NOW);

        assertThat(change.facts())
                .extracting(it -> it.event().getClass().getSimpleName())
                .containsExactly(CaseAccepted.class.getSimpleName(), JudgeAssigned.class.getSimpleName());
        assertThat(change.facts())
                .allSatisfy(fact -> assertThat(fact.audience()).containsExactly("p1"))
                .endsWith(FilingFixtures.ASSIGNED.told());
        assertThat(((CaseAccepted) change.facts().getFirst().event()).caseNumber())
                .isEqualTo("（2026）沪0117执1号");
    }

    @Test
    void aCorrectionIsNotAnsweredAfterItsLastDay() {
        Instant lastMinute = Instant.parse("2026-03-09T15:59:59Z");
        Instant nextDay = Instant.parse("2026-03-09T16:00:00Z");

        assertThat(returned().submit(application(), day(lastMinute)).next()).isInstanceOf(Filing.Submitted.class);
        refused(FilingRefusal.CORRECTION_TOO_LATE, () -> returned().submit(application(), day(nextDay)));
    }

    @Test
    void whatWasReturnedIsRefusedOnlyWhenNobodyAnsweredInTime() {
        Instant nextDay = Instant.parse("2026-03-09T16:00:00Z");
        Ruling late = new Ruling(
                Ruling.Reason.NOT_CORRECTED, FilingFixtures.ruling("x").text(), "filing-judge", nextDay);

        refused(
                FilingRefusal.STILL_TIME_TO_ANSWER,
                () -> returned().refuse(FilingFixtures.ruling("filing-judge"), DAY));
        assertThat(returned().refuse(late, day(nextDay)).next()).isInstanceOf(Filing.Refused.class);
    }

    @Test
    void aRefusalTellsTheApplicantsWhy() {
        Change<Filing> change = submitted().refuse(FilingFixtures.ruling("filing-judge"));

        Fact fact = change.facts().getFirst();
        assertThat(fact.audience()).containsExactly("p1");
        assertThat(((FilingRefused) fact.event()).reason().reveal()).isEqualTo("不属于本院管辖。");
    }

    @Test
    void whileOneJudgeHasTheReviewNobodyElseDecides() {
        Filing.Submitted taken =
                (Filing.Submitted) submitted().take("filing-judge-2", null).next();

        refused(FilingRefusal.UNDER_REVIEW, () -> taken.giveBack(notice(), null, DAY));
        refused(FilingRefusal.UNDER_REVIEW, () -> taken.refuse(FilingFixtures.ruling("filing-judge")));
        refused(
                FilingRefusal.UNDER_REVIEW,
                () -> taken.accept(CaseNumber.parse("(2026)沪0117执1号"), FilingFixtures.ASSIGNED, "filing-judge", NOW));
        refused(FilingRefusal.UNDER_REVIEW, () -> taken.putBack("filing-judge"));
        refused(FilingRefusal.UNDER_REVIEW, () -> taken.take("filing-judge", " "));
    }

    @Test
    void aReviewIsTakenOverWithAReasonAndToTheCourtOnly() {
        Filing.Submitted taken =
                (Filing.Submitted) submitted().take("filing-judge-2", null).next();

        Change<Filing> change = taken.take("filing-judge", "原承办人请假");

        assertThat(change.next().docket().reviewer()).isEqualTo("filing-judge");
        assertThat(change.facts().getFirst().audience()).isEmpty();
        assertThat(taken.take("filing-judge-2", null).facts()).isEmpty();
        assertThat(taken.putBack("filing-judge-2").next().docket().reviewer()).isNull();
    }

    @Test
    void whatWaitsForAnAnswerIsTakenOverToo() {
        Change<Filing> change = returned().take("filing-judge-2", "原承办人调离");

        assertThat(change.next()).isInstanceOf(Filing.Returned.class);
        assertThat(change.next().docket().reviewer()).isEqualTo("filing-judge-2");
        refused(FilingRefusal.UNDER_REVIEW, () -> returned().take("filing-judge-2", null));
    }

    @Test
    @DisplayName("RF6: the limitation looks at the first handing in")
    void theFirstHandingInStays() {
        Instant later = NOW.plusSeconds(86_400);

        assertThat(returned()
                        .submit(application(), FilingFixtures.day(later))
                        .next()
                        .docket()
                        .handedInOn())
                .isEqualTo(TODAY);
    }

    @Test
    void everyStateSurvivesStorage(@TempDir Path keys) {
        SealedJson json = TestJson.sealed(keys);

        for (Filing filing : FilingFixtures.everyState()) {
            String stored = json.write(filing, ID, ID.toString());

            assertThat(json.read(stored, Filing.class, ID, ID.toString())).isEqualTo(filing);
            assertThat(stored)
                    .contains("\"state\":\"" + filing.getClass().getSimpleName() + "\"")
                    .doesNotContain("310117198503120019");
        }
    }

    private static void refused(Refusal refusal, ThrowingCallable step) {
        assertThatThrownBy(step)
                .isInstanceOfSatisfying(
                        Refused.class, it -> assertThat(it.refusal()).isEqualTo(refusal));
    }
}
