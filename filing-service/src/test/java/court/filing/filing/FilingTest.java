package court.filing.filing;

import static court.filing.filing.FilingFixtures.ID;
import static court.filing.filing.FilingFixtures.MISSING;
import static court.filing.filing.FilingFixtures.NOW;
import static court.filing.filing.FilingFixtures.TODAY;
import static court.filing.filing.FilingFixtures.application;
import static court.filing.filing.FilingFixtures.draft;
import static court.filing.filing.FilingFixtures.empty;
import static court.filing.filing.FilingFixtures.returned;
import static court.filing.filing.FilingFixtures.submitted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import court.platform.calendar.LegalCalendar;
import court.platform.contract.Change;
import court.platform.contract.Fact;
import court.platform.contract.FilingEvent.CaseAccepted;
import court.platform.contract.FilingEvent.CorrectionRequired;
import court.platform.contract.FilingEvent.FilingResubmitted;
import court.platform.contract.FilingEvent.FilingSubmitted;
import court.platform.contract.FilingEvent.JudgeAssigned;
import court.platform.files.FileSteps;
import court.platform.json.SealedJson;
import court.platform.model.CaseNumber;
import court.platform.model.Refusal;
import court.platform.model.Refused;
import court.platform.vault.DataKeys;
import court.platform.vault.LocalKeyPort;
import java.nio.file.Path;
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
        assertThat(empty().fill(empty().form()).facts()).isEmpty();
    }

    @Test
    void aSubmissionIsToldToTheApplicantsWithItsFiles() {
        Change<Filing> change = draft().submit(application(), NOW, TODAY);

        Fact fact = change.facts().getFirst();
        assertThat(fact.event()).isInstanceOf(FilingSubmitted.class);
        assertThat(fact.audience()).containsExactly("p1");
        assertThat(fact.files()).containsExactly(FilingFixtures.material("f1").file());
    }

    @Test
    void aFilingWithoutMaterialsIsNotSubmitted() {
        refused(FilingRefusal.NOTHING_ATTACHED, () -> empty().submit(application(), NOW, TODAY));
    }

    @Test
    @DisplayName("RF1: seven days from the day after the filing, and again from the day after the corrected filing")
    void theCourtsTermStartsAgainAfterACorrection() {
        LocalDate later = LocalDate.of(2026, 3, 10);

        Filing.Submitted again =
                (Filing.Submitted) returned().submit(application(), NOW, later).next();

        assertThat(submitted().decideBy().due(calendar).date()).isEqualTo(LocalDate.of(2026, 3, 9));
        assertThat(again.decideBy().due(calendar).date()).isEqualTo(LocalDate.of(2026, 3, 17));
        assertThat(again.corrected()).isTrue();
    }

    @Test
    @DisplayName("RF2: a second correction needs a recorded reason")
    void aSecondCorrectionNeedsAReason() {
        Filing.Submitted again =
                (Filing.Submitted) returned().submit(application(), NOW, TODAY).next();

        refused(FilingRefusal.RETURNED_ONCE, () -> again.giveBack(MISSING, TODAY, null));
        refused(FilingRefusal.RETURNED_ONCE, () -> again.giveBack(MISSING, TODAY, " "));
        CorrectionRequired told = (CorrectionRequired)
                again.giveBack(MISSING, TODAY, "新材料引出的问题").facts().getFirst().event();
        assertThat(told.againReason()).isEqualTo("新材料引出的问题");
    }

    @Test
    void aReturnedFilingCanBeSubmittedAgain() {
        Change<Filing> change = returned().submit(application(), NOW, TODAY);

        assertThat(change.facts().getFirst().event()).isInstanceOf(FilingResubmitted.class);
    }

    @Test
    void anAcceptanceTellsTheNumberThenTheJudgeAndNeverTheRespondent() {
        Change<Filing> change =
                submitted().accept(CaseNumber.parse("(2026)沪0117执1号"), FilingFixtures.JUDGE, "filing-judge", NOW);

        assertThat(change.facts())
                .extracting(it -> it.event().getClass().getSimpleName())
                .containsExactly(CaseAccepted.class.getSimpleName(), JudgeAssigned.class.getSimpleName());
        assertThat(change.facts())
                .allSatisfy(fact -> assertThat(fact.audience()).containsExactly("p1"));
        assertThat(((CaseAccepted) change.facts().getFirst().event()).caseNumber())
                .isEqualTo("（2026）沪0117执1号");
    }

    @Test
    void everyStateSurvivesStorage(@TempDir Path keys) {
        FileSteps steps = new FileSteps();
        SealedJson json = new SealedJson(new DataKeys(new LocalKeyPort(keys, steps), keys, steps));

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
