package court.filing.filing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import court.filing.filing.Http.Answer;
import court.platform.calendar.LegalCalendar;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class TermIT {

    private static final FilingOffice OFFICE = FilingOffice.shared();
    private static final String MORE_MONTHS = "{\"prolongedBy\":\"PRESIDENT\",\"months\":3,\"reason\":\"涉案房产权属关系复杂\"}";
    private static final String YES = "{\"grant\":true,\"reason\":\"情况属实\"}";
    private final String supervisor = OFFICE.tokens.staff("president", "沪0117", "SUPERVISOR");
    private final Answer accepted = accepted();
    private final String path = "/api/v1/filings/" + accepted.text("id");
    private final String judge = OFFICE.tokens.staff(judgeId(), "沪0117", "ENFORCEMENT_JUDGE");

    private static Answer accepted() {
        Answer submitted =
                OFFICE.submit(OFFICE.applicant, OFFICE.draft(OFFICE.applicant, "", FilingOffice.form()), "执行依据");
        Answer accepted = OFFICE.http.post(
                OFFICE.judge, "/api/v1/filings/" + submitted.text("id") + "/acceptance", submitted.etag(), "");
        assertThat(accepted.status()).as(accepted.response().body()).isEqualTo(200);
        return accepted;
    }

    private String judgeId() {
        try {
            return OFFICE.told(accepted.text("id"), "JudgeAssigned")
                    .path("judgeId")
                    .asString();
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    @AfterEach
    void rightClock() {
        OFFICE.clock("PT0S");
    }

    private Answer post(String token, String act, String body) {
        String etag = OFFICE.http.get(OFFICE.judge, path).etag();
        return OFFICE.http.post(token, path + "/deadlines/changes" + act, etag, body);
    }

    private JsonNode limits(String token) {
        return OFFICE.http.get(token, path + "/deadlines").body();
    }

    private JsonNode limit(String rule) {
        return limits(judge)
                .path("limits")
                .valueStream()
                .filter(it -> it.path("rule").asString().equals(rule))
                .findFirst()
                .orElseThrow();
    }

    private LocalDate due(String rule) {
        return LocalDate.parse(limit(rule).path("due").asString());
    }

    private String granted(String wish) {
        assertThat(post(judge, "", wish).status()).isEqualTo(200);
        String change = limits(judge)
                .path("changes")
                .valueStream()
                .toList()
                .getLast()
                .path("id")
                .asString();
        Answer decided = post(supervisor, "/" + change + "/decision", YES);
        assertThat(decided.status()).as(decided.response().body()).isEqualTo(200);
        return change;
    }

    private static String problem(Answer answer) {
        return answer.status() + " " + answer.text("code");
    }

    private static LocalDate workingDay(LocalDate day) {
        return LegalCalendar.published().workingDayFrom(day);
    }

    @Test
    @DisplayName("K4: the president prolongs the enforcement term by three months, shown with who, why and what it was")
    void k4ThePresidentProlongs() throws SQLException {
        LocalDate upperCourt = due("UPPER_COURT");
        LocalDate before = due("ENFORCEMENT");

        post(judge, "", MORE_MONTHS);
        assertThat(due("ENFORCEMENT")).isEqualTo(before);
        assertThat(limits(OFFICE.applicant).path("changes")).isEmpty();
        String change = limits(supervisor).at("/changes/0/id").asString();
        post(supervisor, "/" + change + "/decision", YES);

        LocalDate after = workingDay(OFFICE.today().plusMonths(9));
        assertThat(due("ENFORCEMENT")).isEqualTo(after);
        assertThat(due("UPPER_COURT")).isEqualTo(upperCourt);
        JsonNode shown = limits(judge);
        assertThat(shown.at("/changes/0/decidedBy").asString()).isEqualTo("president");
        assertThat(shown.at("/changes/0/reason").asString()).isEqualTo("涉案房产权属关系复杂");
        assertThat(shown.at("/moved/0/why").asString()).isEqualTo("PROLONGATION");
        assertThat(shown.at("/moved/0/oldDue").asString()).isEqualTo(before.toString());
        JsonNode told = OFFICE.told(accepted.text("id"), "TermChangeDecided");
        assertThat(told.path("due").asString()).isEqualTo(after.toString());
        assertThat(told.path("decidedBy").asString()).isEqualTo("president");
        assertThat(told.toString()).doesNotContain("情况属实");
        assertThat(limits(OFFICE.applicant).path("changes")).hasSize(1);
        assertThat(limits(OFFICE.applicant).toString()).doesNotContain("权属关系", "president");
    }

    @Test
    @DisplayName("K4: while a suspension lasts both terms move on each day; when it is over they run again")
    void k4ASuspensionStopsBothTerms() {
        LocalDate accepted = OFFICE.today();
        OFFICE.clock("P10D");
        String change =
                granted("{\"ground\":\"SUSPENSION\",\"firstDay\":\"" + OFFICE.today() + "\",\"reason\":\"案外人异议\"}");
        assertThat(limit("ENFORCEMENT").path("provisional").asBoolean()).isTrue();

        OFFICE.clock("P29D");
        LocalDate standing = workingDay(accepted.plusMonths(6).plusDays(20));
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(due("ENFORCEMENT")).isEqualTo(standing));
        assertThat(due("UPPER_COURT")).isEqualTo(standing);
        Answer resumed = post(judge, "/" + change + "/resumption", "{\"lastDay\":\"" + accepted.plusDays(24) + "\"}");

        assertThat(resumed.status()).as(resumed.response().body()).isEqualTo(200);
        assertThat(due("ENFORCEMENT"))
                .isEqualTo(workingDay(accepted.plusMonths(6).plusDays(15)));
        assertThat(limits(judge).at("/changes/0/wish/lastDay").asString())
                .isEqualTo(accepted.plusDays(24).toString());
        assertThat(limits(judge).path("moved").findValuesAsString("why"))
                .as("no move is remembered for a day that only went by")
                .isSubsetOf("EXCLUSION", "RESUMPTION");
        assertThat(problem(
                        post(judge, "/" + change + "/resumption", "{\"lastDay\":\"" + accepted.plusDays(24) + "\"}")))
                .isEqualTo("409 term.not_standing");
    }

    @Test
    @DisplayName("K4: an auction stops the court's term and not the applicant's way to the upper court")
    void k4AnAuctionStopsOneClock() {
        LocalDate upperCourt = due("UPPER_COURT");
        LocalDate accepted = OFFICE.today();
        OFFICE.clock("P40D");

        granted("{\"ground\":\"AUCTION\",\"firstDay\":\"%s\",\"lastDay\":\"%s\",\"reason\":\"网络司法拍卖\"}"
                .formatted(accepted.plusDays(1), accepted.plusDays(30)));

        assertThat(due("ENFORCEMENT"))
                .isEqualTo(workingDay(accepted.plusMonths(6).plusDays(30)));
        assertThat(due("UPPER_COURT")).isEqualTo(upperCourt);
    }

    @Test
    @DisplayName(
            "K4, RS15: only the judge of the case asks, only the supervisor decides, nobody in a case of their own")
    void k4WhoMayChangeATerm() {
        String other = OFFICE.tokens.staff("judge-9", "沪0117", "ENFORCEMENT_JUDGE");
        String elsewhere = OFFICE.tokens.staff("president-115", "沪0115", "SUPERVISOR");
        String both = OFFICE.tokens.staff(judgeId(), "沪0117", "ENFORCEMENT_JUDGE", "SUPERVISOR");
        assertThat(post(other, "", MORE_MONTHS).status()).isEqualTo(404);
        assertThat(post(supervisor, "", MORE_MONTHS).status()).isEqualTo(403);
        assertThat(post(OFFICE.applicant, "", MORE_MONTHS).status()).isEqualTo(403);
        assertThat(post(judge, "", MORE_MONTHS).status()).isEqualTo(200);
        String decision = "/" + limits(judge).at("/changes/0/id").asString() + "/decision";

        assertThat(post(elsewhere, decision, YES).status()).isEqualTo(404);
        assertThat(post(OFFICE.judge, decision, YES).status()).isEqualTo(403);
        assertThat(problem(post(both, decision, YES))).isEqualTo("403 filing.own_case");
        assertThat(problem(post(judge, "", MORE_MONTHS))).isEqualTo("409 term.already_requested");
        assertThat(post(supervisor, decision, "{\"grant\":false,\"reason\":\"理由不足\"}")
                        .status())
                .isEqualTo(200);
        assertThat(problem(post(supervisor, decision, YES))).isEqualTo("409 term.already_decided");
        assertThat(limits(judge).path("moved")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            {};                                                                        422 term.reason_missing
            {"reason":"x"};                                                            422 term.wish_incomplete
            {"prolongedBy":"PRESIDENT","months":4,"reason":"x"};                       422 term.months_out_of_range
            {"prolongedBy":"PRESIDENT","months":3,"ground":"AUCTION","reason":"x"};    422 term.wish_incomplete
            {"prolongedBy":"HIGH_COURT","months":3,"reason":"x"};                      422 term.document_missing
            {"prolongedBy":"HIGH_COURT","months":3,"document":"1","reason":"x"};       409 term.order_of_prolonging
            {"ground":"AUCTION","firstDay":"2001-01-01","reason":"x"};                 422 term.days_out_of_range
            {"ground":"AUCTION","firstDay":"+999999999-12-31","reason":"x"};           422 term.days_out_of_range
            {"ground":"HOLIDAY","firstDay":"2026-01-01","reason":"x"};                 400 edge.wrong_value
            """)
    @DisplayName("K4: what the rule does not know is refused with a sentence")
    void k4WhatTheRuleDoesNotKnowIsRefused(String wish, String problem) {
        assertThat(problem(post(judge, "", wish))).isEqualTo(problem);
    }
}
