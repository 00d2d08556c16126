package court.filing.filing;

import static org.assertj.core.api.Assertions.assertThat;

import court.filing.filing.Http.Answer;
import java.sql.SQLException;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What comes by mail and what follows it: time in the post does not count. */
class PostedIT {

    private final FilingOffice office = FilingOffice.shared();
    private final Http http = office.http;

    @AfterEach
    void clockIsRight() {
        office.clock("PT0S");
    }

    private Answer mailed() {
        Answer draft = office.draft(office.clerk, "MAIL", FilingOffice.posted(office.today(), office.today()));
        return office.submit(office.clerk, draft, "执行依据", "执行申请书");
    }

    private Answer answer(String token, Answer returned) {
        return http.post(token, "/api/v1/filings/" + returned.text("id") + "/submission", returned.etag(), "");
    }

    private Answer fill(Answer returned, Object posted, Object received) {
        Answer filled = http.put(
                office.clerk,
                "/api/v1/filings/" + returned.text("id"),
                returned.etag(),
                FilingOffice.posted(posted, received));
        assertThat(filled.status()).as(filled.response().body()).isEqualTo(200);
        return filled;
    }

    @Test
    @DisplayName("F2: the applicant answers online what a clerk entered for them; it is then nobody's entry")
    void theApplicantAnswersOnlineWhatAClerkEntered() throws SQLException {
        Answer returned = office.giveBack(mailed(), 7);

        Answer again = answer(office.applicant, office.attach(office.applicant, returned, "生效证明"));

        assertThat(again.status()).as(again.response().body()).isEqualTo(200);
        assertThat(again.body().path("corrected").asBoolean()).isTrue();
        assertThat(again.text("channel")).isEqualTo("MAIL");
        var told = office.told(returned.text("id"), "FilingResubmitted");
        assertThat(told.has("enteredBy")).isFalse();
        assertThat(told.has("posting")).isFalse();
    }

    @Test
    @DisplayName("K1: a correction posted within its limit is in time although it arrived after it")
    void aCorrectionPostedInTimeIsInTime() throws SQLException {
        Answer returned = office.giveBack(mailed(), 7);
        LocalDate due = LocalDate.parse(returned.text("due"));
        office.clock("P20D");

        Answer again = answer(office.clerk, fill(returned, due, due.plusDays(4)));

        assertThat(again.status()).as(again.response().body()).isEqualTo(200);
        var told = office.told(returned.text("id"), "FilingResubmitted");
        assertThat(told.path("enteredBy").asString()).isEqualTo("clerk-1");
        assertThat(told.at("/posting/postedOn").asString()).isEqualTo(due.toString());
        assertThat(http.get(office.judge, "/api/v1/filings/" + returned.text("id") + "/deadlines")
                        .body()
                        .path("limits")
                        .valueStream()
                        .filter(it -> it.path("rule").asString().equals("CORRECTION"))
                        .map(it -> it.path("state").asString()))
                .containsExactly("MET");
    }

    @Test
    @DisplayName("K1: posted the day after the limit is too late, whenever it arrived")
    void aCorrectionPostedTooLateIsTooLate() {
        Answer returned = office.giveBack(mailed(), 7);
        LocalDate due = LocalDate.parse(returned.text("due"));
        office.clock("P20D");

        Answer refused = answer(office.clerk, fill(returned, due.plusDays(1), due.plusDays(1)));

        assertThat(refused.text("code")).isEqualTo("filing.correction_too_late");
    }

    @Test
    @DisplayName("K1: the postmark of the application does not make its correction in time")
    void theFirstPostmarkDoesNotCountForTheAnswer() {
        office.clock("P1D");
        Answer submitted = mailed();
        office.clock("P3D");
        Answer returned = office.giveBack(submitted, 7);
        office.clock("P30D");

        Answer refused = answer(office.clerk, returned);

        assertThat(refused.text("code")).isEqualTo("filing.posted_before_notice");
    }

    @Test
    @DisplayName("K1: who answers online has no time in the post, also when the application came by mail")
    void whoAnswersOnlineAnswersNow() {
        Answer returned = office.giveBack(mailed(), 7);
        office.clock("P20D");

        Answer refused = answer(office.applicant, office.attach(office.applicant, returned, "生效证明"));

        assertThat(refused.text("code")).isEqualTo("filing.correction_too_late");
    }

    @Test
    @DisplayName("K1, RF6: the limitation is met by posting, and a later correction does not undo that")
    void theLimitationHangsOnThePosting() {
        LocalDate last = LocalDate.of(2027, 12, 1);
        office.clock("P" + (last.toEpochDay() - office.today().toEpochDay() + 5) + "D");
        Answer posted = office.submit(
                office.clerk,
                office.draft(office.clerk, "MAIL", FilingOffice.posted(last, office.today())),
                "执行依据",
                "执行申请书");
        Answer late = office.submit(
                office.clerk, office.draft(office.clerk, "COUNTER", FilingOffice.form()), "执行依据", "执行申请书");

        assertThat(warnings(posted)).doesNotContain("warning.limitation");
        assertThat(warnings(late)).contains("warning.limitation");

        Answer returned = office.giveBack(posted, 7);
        answer(office.clerk, fill(returned, office.today(), office.today()));
        assertThat(warnings(posted)).doesNotContain("warning.limitation");
    }

    private String warnings(Answer filing) {
        return http.get(office.judge, "/api/v1/filings/" + filing.text("id"))
                .body()
                .path("warnings")
                .toString();
    }
}
