package court.filing.filing;

import static court.filing.filing.RunningFiling.done;
import static court.filing.filing.RunningFiling.path;
import static org.assertj.core.api.Assertions.assertThat;

import court.filing.application.Forms;
import court.filing.filing.Http.Answer;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class ReviewIT {

    private final RunningFiling filing = RunningFiling.shared();
    private final String applicant = filing.applicant();
    private final String judge = filing.judge("filing-judge");
    private final String colleague = filing.judge("filing-judge-2");

    private Answer submitted() {
        return filing.submitted(applicant, Forms.whole());
    }

    private static String correction(String more) {
        return """
                {"missing":[{"item":"生效证明","reason":"未提交"}],"days":1%s}""".formatted(more);
    }

    @Test
    void whoHasTheReviewHasItUntilItIsPutBackOrTakenOverWithAReason() {
        Answer taken = done(filing.step(judge, submitted(), "/review", ""));
        assertThat(taken.text("reviewer")).isEqualTo("filing-judge");

        assertThat(filing.step(colleague, taken, "/review", "").text("code")).isEqualTo("filing.under_review");
        assertThat(filing.step(colleague, taken, "/acceptance", "").text("code"))
                .isEqualTo("filing.under_review");
        assertThat(filing.http
                        .delete(colleague, path(taken) + "/review", taken.etag())
                        .text("code"))
                .isEqualTo("filing.under_review");

        assertThat(filing.step(colleague, taken, "/review", "{\"reason\":\"" + "理".repeat(501) + "\"}")
                        .text("code"))
                .isEqualTo("filing.reason_missing");
        assertThat(ownView(taken).at("/summary/underReview").asBoolean()).isTrue();
        assertThat(ownView(taken).toString()).doesNotContain("filing-judge");
        Answer over = done(filing.step(colleague, taken, "/review", "{\"reason\":\"原承办人请假\"}"));
        assertThat(over.text("reviewer")).isEqualTo("filing-judge-2");
        Answer back = done(filing.http.delete(colleague, path(over) + "/review", over.etag()));
        assertThat(back.body().has("reviewer")).isFalse();
        assertThat(filing.step(judge, back, "/acceptance", "").status()).isEqualTo(200);
        assertThat(facts(back, "ReviewTaken")).hasSize(2);
        assertThat(filing.tablesWith("原承办人请假")).isEmpty();
    }

    /** What the applicant is given of it, whole and in their list. */
    private JsonNode ownView(Answer about) {
        JsonNode whole = done(filing.http.get(applicant, path(about))).body();
        JsonNode listed = done(filing.http.get(applicant, RunningFiling.FILINGS + "?limit=100"))
                .body()
                .path("items")
                .valueStream()
                .filter(it -> it.path("id").equals(about.body().path("id")))
                .findFirst()
                .orElseThrow();
        assertThat(listed).isEqualTo(whole.path("summary"));
        return whole;
    }

    private List<String> facts(Answer about, String type) {
        return filing.rows("select body from outbox where type = '" + type + "' and case_id = '" + about.text("id")
                + "' order by sequence");
    }

    @Test
    void ofTwoJudgesWhoTakeOrAcceptAtOnceOneDoes() {
        Answer toTake = submitted();
        Answer toAccept = submitted();

        List<Integer> taken = Stream.of(judge, colleague)
                .parallel()
                .map(it -> filing.step(it, toTake, "/review", "").status())
                .toList();
        List<Integer> accepted = Stream.of(judge, colleague)
                .parallel()
                .map(it -> filing.step(it, toAccept, "/acceptance", "").status())
                .toList();

        assertThat(taken).containsExactlyInAnyOrder(200, 412);
        assertThat(accepted).containsExactlyInAnyOrder(200, 412);
        assertThat(facts(toAccept, "CaseAccepted")).hasSize(1);
    }

    @Test
    @DisplayName("RF1, K6: the court's last day and the calendar days left are shown, then those for the answer")
    void theStatutoryClockIsShown() {
        LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
        Answer it = submitted();
        LocalDate decideBy = LocalDate.parse(it.text("decideBy"));

        assertThat(decideBy).isAfterOrEqualTo(today.plusDays(7));
        assertThat(it.body().path("daysLeft").asLong()).isEqualTo(ChronoUnit.DAYS.between(today, decideBy));
        Answer returned = done(filing.step(judge, it, "/correction", correction("")));
        LocalDate due = LocalDate.parse(returned.text("due"));
        assertThat(returned.body().path("daysLeft").asLong()).isEqualTo(ChronoUnit.DAYS.between(today, due));
        assertThat(returned.body().has("decideBy")).isFalse();
    }

    @Test
    @DisplayName("RF2: everything missing is named once; again only with a reason, which is on record")
    void aSecondCorrectionNeedsAReason() {
        Answer returned = done(filing.step(judge, submitted(), "/correction", correction("")));
        Answer again = done(filing.step(applicant, returned, "/submission", ""));

        assertThat(filing.step(judge, again, "/correction", correction("")).text("code"))
                .isEqualTo("filing.returned_once");
        assertThat(filing.step(judge, again, "/correction", correction(",\"againReason\":\"" + "理".repeat(501) + "\""))
                        .text("code"))
                .isEqualTo("filing.again_reason_too_long");
        done(filing.step(judge, again, "/correction", correction(",\"againReason\":\"新材料引出的问题\"")));

        assertThat(facts(again, "CorrectionRequired").getLast()).contains("新材料引出的问题");
        var notices = done(filing.http.get(applicant, path(again))).body().path("notices");
        assertThat(notices).hasSize(2);
        assertThat(notices.at("/0/missing/0/item").asString()).isEqualTo("生效证明");
        assertThat(notices.at("/0").has("by")).isFalse();
        assertThat(done(filing.http.get(judge, path(again)))
                        .body()
                        .at("/notices/0/by")
                        .asString())
                .isEqualTo("filing-judge");
    }

    @ParameterizedTest(name = "RF3: {0}")
    @DisplayName("RF3: paper is asked for only for one of four reasons")
    @CsvSource(delimiter = '|', textBlock = """
            "item":"执行依据纸质件","reason":"请邮寄"                                          | filing.paper_needs_reason
            "item":"执行依据","reason":"请提交原件"                                            | filing.paper_needs_reason
            "item":"执行依据","reason":"不清晰","onPaper":true                                 | filing.paper_needs_reason
            "item":"执行依据","reason":"不清晰","onPaper":false,"paper":"ARCHIVE_RULES"        | filing.paper_needs_reason
            "item":"执行依据","reason":"不清晰","onPaper":true,"paper":"BECAUSE"               | edge.wrong_value
            """)
    void paperNeedsAReason(String item, String code) {
        String notice = "{\"missing\":[{" + item + "}],\"days\":7}";

        assertThat(filing.step(judge, submitted(), "/correction", notice).text("code"))
                .isEqualTo(code);
    }

    @Test
    @DisplayName("RF3: with its reason paper is asked for, and the applicant reads why; a scan is asked for freely")
    void paperWithItsReason() {
        Answer returned = done(filing.step(judge, submitted(), "/correction", """
                {"missing":[{"item":"执行依据纸质件","reason":"扫描件模糊","onPaper":true,"paper":"INCOMPLETE_OR_UNCLEAR"},
                 {"item":"身份证扫描件","reason":"应与原件一致","onPaper":false}],"days":7}"""));

        var missing = done(filing.http.get(applicant, path(returned))).body().path("missing");
        assertThat(missing.at("/0/paper").asString()).isEqualTo("INCOMPLETE_OR_UNCLEAR");
        assertThat(missing.at("/1/paper").isNull() || missing.at("/1/paper").isMissingNode())
                .isTrue();
        assertThat(facts(returned, "CorrectionRequired").getFirst()).contains("INCOMPLETE_OR_UNCLEAR");
    }

    @Test
    void aNoticeNamesEachThingOnceWithATimeLimit() {
        Answer it = submitted();

        for (String notice : List.of(
                "{\"days\":7}",
                "{\"missing\":[],\"days\":7}",
                "{\"missing\":[{\"item\":\" \",\"reason\":\"x\"}],\"days\":7}",
                "{\"missing\":[{\"item\":\"a\",\"reason\":\"x\"},{\"item\":\"a\",\"reason\":\"y\"}],\"days\":7}")) {
            assertThat(filing.step(judge, it, "/correction", notice).text("code"))
                    .as(notice)
                    .isEqualTo("filing.nothing_missing");
        }
        for (String days : List.of("0", "31", "null")) {
            assertThat(filing.step(judge, it, "/correction", correction("").replace(":1}", ":" + days + "}"))
                            .text("code"))
                    .isEqualTo("filing.days_out_of_range");
        }
    }

    @Test
    @DisplayName("F4: a refusal has a reason code and a text, which the applicant reads and no table shows")
    void aRefusalIsToldWithItsReason() {
        Answer it = submitted();
        for (String unsaid : List.of(
                "{\"reasonCode\":\"NO_JURISDICTION\"}",
                "{\"reasonCode\":\"NO_JURISDICTION\",\"text\":\" \"}",
                "{\"text\":\"不属于本院管辖\"}")) {
            assertThat(filing.step(judge, it, "/refusal", unsaid).text("code")).isEqualTo("filing.ruling_incomplete");
        }

        Answer refused = done(filing.step(
                judge, it, "/refusal", "{\"reasonCode\":\"NO_JURISDICTION\",\"text\":\"独有的裁定理由，被执行人不在本辖区。\"}"));

        assertThat(refused.text("state")).isEqualTo("REFUSED");
        assertThat(done(filing.http.get(applicant, path(refused)))
                        .body()
                        .at("/ruling/text")
                        .asString())
                .startsWith("独有的裁定理由");
        assertThat(filing.tablesWith("独有的裁定理由")).isEmpty();
        assertThat(filing.step(judge, refused, "/acceptance", "").text("code")).isEqualTo("filing.not_now");
    }

    @Test
    @DisplayName("RF1, RF6: an answer after the limit is refused, then the filing may be; the colleague can do it")
    void whatNobodyAnsweredInTimeIsRefused() {
        Answer[] returned = new Answer[1];
        filing.on("-P20D", () -> {
            returned[0] = done(filing.step(judge, submitted(), "/correction", correction("")));
            assertThat(filing.step(judge, returned[0], "/refusal", late()).text("code"))
                    .isEqualTo("filing.still_time_to_answer");
        });

        Answer tooLate = filing.step(applicant, returned[0], "/submission", "");
        assertThat(tooLate.status()).isEqualTo(409);
        assertThat(tooLate.text("code")).isEqualTo("filing.correction_too_late");
        assertThat(filing.step(colleague, returned[0], "/refusal", late()).text("code"))
                .isEqualTo("filing.under_review");
        Answer over = done(filing.step(colleague, returned[0], "/review", "{\"reason\":\"原承办人调离\"}"));
        assertThat(done(filing.step(colleague, over, "/refusal", late())).text("refusedFor"))
                .isEqualTo("NOT_CORRECTED");
    }

    private static String late() {
        return "{\"reasonCode\":\"NOT_CORRECTED\",\"text\":\"逾期未补正。\"}";
    }

    @Test
    @DisplayName("RF6: what was first handed in within the two years is not late because of its correction")
    void aCorrectionDoesNotMakeAFilingLate() {
        String due = LocalDate.now(ZoneId.of("Asia/Shanghai"))
                .minusYears(2)
                .minusDays(10)
                .toString();
        Forms form = Forms.whole()
                .text("/basis/issuedOn", "2020-01-01")
                .text("/basis/effectiveOn", "2020-01-01")
                .text("/basis/performBy", due);
        Answer[] again = new Answer[1];
        filing.on(
                "-P25D",
                () -> again[0] = done(filing.step(
                        judge,
                        filing.submitted(applicant, form),
                        "/correction",
                        correction("").replace(":1}", ":30}"))));

        Answer corrected = done(filing.step(applicant, again[0], "/submission", ""));

        assertThat(warnings(corrected)).doesNotContain("warning.limitation");
        Answer late = filing.submitted(applicant, form);
        assertThat(warnings(late)).contains("warning.limitation");
        assertThat(done(filing.http.get(applicant, path(late))).body().has("warnings"))
                .as("warnings are for the court")
                .isFalse();
    }

    private List<String> warnings(Answer it) {
        return done(filing.http.get(judge, path(it))).body().path("warnings").findValuesAsString("code");
    }
}
