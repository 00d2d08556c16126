package court.filing.filing;

import static court.filing.filing.FilingFixtures.DAY;
import static court.filing.filing.FilingFixtures.ID;
import static court.filing.filing.FilingFixtures.TODAY;
import static court.filing.filing.FilingFixtures.application;
import static court.filing.filing.FilingFixtures.day;
import static court.filing.filing.FilingFixtures.draft;
import static court.filing.filing.FilingFixtures.mailed;
import static court.filing.filing.FilingFixtures.notice;
import static court.filing.filing.FilingFixtures.returned;
import static court.filing.filing.FilingFixtures.submitted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import court.filing.application.Application;
import court.platform.calendar.LegalCalendar;
import court.platform.contract.FilingEvent.FilingSubmitted;
import court.platform.contract.Posting;
import court.platform.json.SealedJson;
import court.platform.model.Refused;
import court.platform.support.TestJson;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FilingByMailTest {

    private static final LocalDate DUE = LocalDate.of(2026, 3, 9);
    private static final Instant WEEK_LATER = Instant.parse("2026-03-16T02:00:00Z");

    private final LegalCalendar calendar = LegalCalendar.published();

    @Test
    @DisplayName("K1: a correction posted on the last day is in time although it arrived later")
    void theDayOfPostingCounts() {
        assertThat(returned()
                        .submit(mailed(DUE, DUE.plusDays(3)), day(WEEK_LATER))
                        .next())
                .isInstanceOf(Filing.Submitted.class);
        refused(FilingRefusal.CORRECTION_TOO_LATE, mailed(DUE.plusDays(1), DUE.plusDays(3)));
    }

    @Test
    @DisplayName("K1: a postmark from before the notice is not that of the answer to it")
    void anAnswerIsNotPostedBeforeTheQuestion() {
        refused(FilingRefusal.POSTED_BEFORE_NOTICE, mailed(TODAY.minusDays(1), DUE));
        assertThat(returned().submit(mailed(TODAY, DUE), day(WEEK_LATER)).next())
                .isInstanceOf(Filing.Submitted.class);
    }

    @Test
    @DisplayName("RF1: the court's seven days run from the day after it arrived, not from when it was typed in")
    void theCourtsTermRunsFromTheArrival() {
        Filing.Submitted filing = (Filing.Submitted) draft().submit(mailed(TODAY.minusDays(5), TODAY.minusDays(3)), DAY)
                .next();

        assertThat(filing.decideBy().due(calendar).date()).isEqualTo(LocalDate.of(2026, 3, 6));
    }

    @Test
    @DisplayName("RF6: an application is made on the day it was first handed in, however often it was corrected")
    void aCorrectionDoesNotChangeWhenItWasMade() {
        LocalDate posted = LocalDate.of(2026, 2, 20);
        Filing.Submitted first = (Filing.Submitted)
                draft().submit(mailed(posted, posted.plusDays(5)), DAY).next();
        Filing.Returned back =
                (Filing.Returned) first.giveBack(notice(), null, DAY).next();

        Filing.Submitted again =
                (Filing.Submitted) back.submit(application(), DAY).next();

        assertThat(first.handedInOn()).isEqualTo(posted);
        assertThat(again.handedInOn()).isEqualTo(posted);
        assertThat(submitted().handedInOn()).isEqualTo(TODAY);
    }

    @Test
    void thePostmarkIsToldWithTheApplication() {
        FilingSubmitted told = (FilingSubmitted)
                draft().submit(mailed(TODAY, TODAY), DAY).facts().getFirst().event();

        assertThat(told.channel()).isEqualTo("MAIL");
        assertThat(told.posting()).isEqualTo(new Posting(TODAY, TODAY));
    }

    @Test
    void itSurvivesStorageAndWhatWasStoredBeforeThereWereDatesIsRead(@TempDir Path keys) {
        SealedJson json = TestJson.sealed(keys);
        Filing.Submitted filing =
                (Filing.Submitted) draft().submit(mailed(TODAY, TODAY), DAY).next();
        String stored = json.write(filing, ID, ID.toString());

        assertThat(json.read(stored, Filing.class, ID, ID.toString())).isEqualTo(filing);
        Filing.Submitted old = (Filing.Submitted) json.read(
                stored.replaceAll(",\"(handedInOn|posting)\":(\"[^\"]*\"|\\{[^}]*\\})", ""),
                Filing.class,
                ID,
                ID.toString());
        assertThat(old.application().posting()).isNull();
        assertThat(old.handedInOn()).isEqualTo(TODAY);
    }

    private static void refused(FilingRefusal refusal, Application application) {
        assertThatThrownBy(() -> returned().submit(application, day(WEEK_LATER)))
                .isInstanceOfSatisfying(
                        Refused.class, it -> assertThat(it.refusal()).isEqualTo(refusal));
    }
}
