package court.filing.filing;

import static org.assertj.core.api.Assertions.assertThat;

import court.filing.filing.Http.Answer;
import court.platform.calendar.LegalCalendar;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** What clerks enter for applicants. */
class ClerkEntryIT {

    private final FilingOffice office = FilingOffice.shared();
    private final Http http = office.http;

    @Test
    @DisplayName(
            "F2: a clerk enters what came by mail; the applicant finds it among their own, the clerk is nobody in it")
    void aClerkEntersWhatCameByMail() throws SQLException {
        Answer draft = office.draft(office.clerk, "MAIL", FilingOffice.posted(office.today(), office.today()));
        String filing = "/api/v1/filings/" + draft.text("id");
        assertThat(http.get(office.applicant, filing).status()).isEqualTo(404);

        Answer submitted = office.submit(office.clerk, draft, "执行依据", "执行申请书");

        JsonNode told = office.told(draft.text("id"), "FilingSubmitted");
        assertThat(told.path("channel").asString()).isEqualTo("MAIL");
        assertThat(told.path("enteredBy").asString()).isEqualTo("clerk-1");
        assertThat(told.at("/posting/postedOn").asString())
                .isEqualTo(office.today().toString());
        assertThat(submitted.text("channel")).isEqualTo("MAIL");
        assertThat(http.get(office.applicant, "/api/v1/filings").response().body())
                .contains(draft.text("id"));
        assertThat(http.get(office.applicant, filing).status()).isEqualTo(200);
        assertThat(http.get(office.clerk, "/api/v1/filings").response().body()).contains(draft.text("id"));
        assertThat(office.rows("filing_person where person_key = 'clerk-1'")).isZero();
        assertThat(http.post(office.clerk, filing + "/acceptance", submitted.etag(), "")
                        .status())
                .isEqualTo(403);
    }

    @Test
    @DisplayName("RE7: a clerk sees in the clear what they are entering, and masked once it is handed in")
    void aClerkSeesWhatTheyType() {
        Answer draft = office.draft(office.clerk, "COUNTER", FilingOffice.form());
        String filing = "/api/v1/filings/" + draft.text("id");
        String typed = http.get(office.clerk, filing).response().body();

        office.submit(office.clerk, draft, "执行依据", "执行申请书");

        assertThat(typed).contains("110101199003070134", "6222020000000000");
        assertThat(http.get(office.clerk, filing).response().body())
                .doesNotContain("110101199003070134", "6222020000000000");
        assertThat(http.get(office.judge, filing).response().body())
                .doesNotContain("110101199003070134", "6222020000000000");
    }

    @Test
    void aClerksEntriesAreTheirOwnAndOfTheirCourt() {
        Answer draft = office.draft(office.clerk, "MAIL", FilingOffice.posted(office.today(), office.today()));
        String colleague = office.tokens.staff("clerk-2", "沪0117", "CLERK");
        String elsewhere = office.tokens.staff("clerk-1", "沪0115", "CLERK");

        assertThat(http.get(colleague, "/api/v1/filings/" + draft.text("id")).status())
                .isEqualTo(404);
        assertThat(http.get(colleague, "/api/v1/filings").response().body()).doesNotContain(draft.text("id"));
        Answer attached = office.attach(elsewhere, draft, "执行依据", "执行申请书");
        Answer refused =
                http.post(elsewhere, "/api/v1/filings/" + draft.text("id") + "/submission", attached.etag(), "");
        assertThat(refused.text("code")).isEqualTo("filing.not_your_court");

        office.submit(office.clerk, attached);
        assertThat(http.get(elsewhere, "/api/v1/filings/" + draft.text("id")).status())
                .isEqualTo(404);
        assertThat(http.get(elsewhere, "/api/v1/filings").response().body()).doesNotContain(draft.text("id"));
    }

    @Test
    @DisplayName(
            "F5: any clerk of the court answers the correction of what a colleague entered, and it is told who did")
    void aColleagueAnswersTheCorrection() throws SQLException {
        Answer draft = office.draft(office.clerk, "COUNTER", FilingOffice.form());
        String filing = "/api/v1/filings/" + draft.text("id");
        Answer returned = office.giveBack(office.submit(office.clerk, draft, "执行依据", "执行申请书"), 7);
        String colleague = office.tokens.staff("clerk-2", "沪0117", "CLERK");
        String elsewhere = office.tokens.staff("clerk-3", "沪0115", "CLERK");

        assertThat(http.get(colleague, "/api/v1/filings").response().body()).contains(draft.text("id"));
        assertThat(http.get(elsewhere, "/api/v1/filings").response().body()).doesNotContain(draft.text("id"));
        assertThat(http.get(elsewhere, filing).status()).isEqualTo(404);
        String seen = http.get(colleague, filing).response().body();
        Answer answered = office.submit(colleague, returned, "生效证明");

        assertThat(seen).contains("110101199003070134");
        assertThat(office.told(draft.text("id"), "ProtectedDataViewed")
                        .path("object")
                        .asString())
                .isEqualTo("filing");
        assertThat(answered.text("state")).isEqualTo("SUBMITTED");
        assertThat(office.told(draft.text("id"), "FilingResubmitted")
                        .path("enteredBy")
                        .asString())
                .isEqualTo("clerk-2");
        assertThat(office.told(draft.text("id"), "FilingSubmitted")
                        .path("enteredBy")
                        .asString())
                .isEqualTo("clerk-1");
        assertThat(http.get(colleague, filing).response().body()).doesNotContain("110101199003070134");
    }

    @Test
    @DisplayName("F5: what an applicant filed online is theirs to correct, not a clerk's")
    void noClerkAnswersForWhoFiledOnline() {
        Answer draft = office.draft(office.applicant, "", FilingOffice.form());
        Answer returned = office.giveBack(office.submit(office.applicant, draft, "执行依据"), 7);
        String filing = "/api/v1/filings/" + draft.text("id");

        assertThat(http.get(office.clerk, filing).status()).isEqualTo(404);
        assertThat(http.post(office.clerk, filing + "/submission", returned.etag(), "")
                        .status())
                .isEqualTo(404);
    }

    @Test
    @DisplayName("F2: who cannot write applies by word of mouth; the record stands in for the written application")
    void anOralApplicationAtTheCounter() {
        Answer draft = office.draft(office.clerk, "COUNTER", FilingOffice.form());
        assertThat(draft.body().path("missing").findValuesAsString("detail")).anyMatch(it -> it.contains("执行申请书"));

        Answer submitted = office.submit(office.clerk, draft, "执行依据", "口头申请笔录");

        assertThat(submitted.text("state")).isEqualTo("SUBMITTED");
    }

    @Test
    void theRecordOfWordsDoesNotStandInForALetter() {
        Answer draft = office.draft(office.clerk, "MAIL", FilingOffice.posted(office.today(), office.today()));
        Answer attached = office.attach(office.clerk, draft, "执行依据", "口头申请笔录");

        Answer refused =
                http.post(office.clerk, "/api/v1/filings/" + draft.text("id") + "/submission", attached.etag(), "");

        assertThat(refused.text("code")).isEqualTo("filing.not_complete");
    }

    @ParameterizedTest(name = "{0} posted {1}, arrived {2}: {3}")
    @CsvSource({
        "MAIL, '', '', form.posting_missing",
        "MAIL, 2026-01-15, '', form.posting_missing",
        "MAIL, 2026-01-15, 2026-01-14, form.dates_reversed",
        "MAIL, 2099-01-01, 2099-01-02, form.date_in_future",
        "MAIL, gestern, 2026-01-14, form.not_a_date",
        "COUNTER, 2026-01-15, '', form.not_by_mail",
        "COUNTER, '', 2026-01-15, form.not_by_mail"
    })
    void datesOfPostingAreCheckedAndBelongToMailOnly(String channel, String posted, String arrived, String code) {
        Answer draft = office.draft(office.clerk, channel, FilingOffice.posted(posted, arrived));

        assertThat(draft.body().path("missing").findValuesAsString("code")).contains(code);
    }

    @Test
    @DisplayName("RF1: what came by mail is decided on within seven days from its arrival, not from its being typed in")
    void theCourtsTermRunsFromTheArrival() {
        LocalDate arrived = office.today().minusDays(3);
        Answer draft = office.draft(office.clerk, "MAIL", FilingOffice.posted(arrived.minusDays(4), arrived));

        Answer submitted = office.submit(office.clerk, draft, "执行依据", "执行申请书");

        assertThat(LocalDate.parse(submitted.text("decideBy")))
                .isBetween(
                        arrived.plusDays(7), LegalCalendar.dateOf(Instant.now()).plusDays(14));
        assertThat(submitted.body().path("daysLeft").asLong()).isLessThan(14);
    }
}
