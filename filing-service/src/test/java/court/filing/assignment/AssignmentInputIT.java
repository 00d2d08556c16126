package court.filing.assignment;

import static court.filing.assignment.FilingCourt.rows;
import static org.assertj.core.api.Assertions.assertThat;

import court.filing.assignment.Person.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AssignmentInputIT {

    private static final String COURT = "沪0117";
    private static final String WISH = "{\"ground\":\"INTEREST\",\"statement\":\"属利害关系\"}";
    private static final String GRANTED = "{\"granted\":true,\"reason\":\"情况属实\"}";
    private static final FilingCourt SERVICE = FilingCourt.running();

    private static Answer seen(Person who, String filing) {
        return who.get(filing + "/assignment");
    }

    private static Answer ask(String filing) {
        Answer before = seen(SERVICE.supervisor(), filing);
        Person judge = SERVICE.judge(before.json().at("/summary/judgeId").asString());
        return judge.post(filing + "/recusal", before.etag(), WISH);
    }

    private static String accepted() {
        return "/api/v1/filings/" + SERVICE.accepted(COURT);
    }

    @Test
    void whoMayNotIsRefusedAndOutsidersSeeNothing() {
        String filing = accepted();
        Answer now = seen(SERVICE.supervisor(), filing);
        String judge = now.json().at("/summary/judgeId").asString();
        String other = judge.equals("judge-1") ? "judge-2" : "judge-1";
        Person elsewhere = SERVICE.staff("pudong-supervisor", "沪0115", "SUPERVISOR");

        assertThat(SERVICE.judge(judge)
                        .post(filing + "/reassignment", now.etag(), "{\"reason\":\"x\"}")
                        .status())
                .isEqualTo(403);
        assertThat(SERVICE.applicant().get(filing + "/assignment").status()).isEqualTo(403);
        assertThat(elsewhere.get(filing + "/assignment").status()).isEqualTo(404);
        assertThat(elsewhere
                        .post(filing + "/reassignment", now.etag(), "{\"reason\":\"x\"}")
                        .status())
                .isEqualTo(404);
        assertThat(SERVICE.judge(other).get(filing + "/assignment").status()).isEqualTo(404);
        assertThat(SERVICE.judge(other)
                        .post(filing + "/recusal", now.etag(), WISH)
                        .status())
                .isEqualTo(404);
        assertThat(seen(SERVICE.staff("filing-judge", COURT, "FILING_JUDGE"), filing)
                        .status())
                .isEqualTo(200);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            unknown judge          | reassignment | {"judgeId":"nobody","reason":"调整"}                      | 422 | assignment.no_such_judge
            another court's judge  | reassignment | {"judgeId":"pudong-1","reason":"调整"}                    | 422 | assignment.no_such_judge
            the same judge         | reassignment | {"judgeId":"JUDGE","reason":"调整"}                       | 422 | assignment.same_judge
            who accepted the case  | reassignment | {"judgeId":"filing-judge","reason":"调整"}                | 422 | assignment.judge_barred
            no reason              | reassignment | {"judgeId":"judge-1"}                                     | 422 | assignment.reason_missing
            a blank reason         | reassignment | {"judgeId":"judge-1","reason":"  "}                       | 422 | assignment.reason_missing
            too long a reason      | reassignment | {"reason":"LONG"}                                         | 422 | assignment.reason_missing
            NUL in the reason      | reassignment | {"reason":"a\\u0000"}                                     | 422 | text.nul_character
            named and drawn        | reassignment | {"judgeId":"judge-1","reason":"x","conflicts":["judge-2"]} | 422 | assignment.conflicts_with_named
            unknown conflict       | reassignment | {"reason":"x","conflicts":["nobody"]}                     | 422 | assignment.no_such_judge
            all judges excluded    | reassignment | {"reason":"x","conflicts":["judge-1","judge-2","judge-3"]} | 409 | assignment.no_judge_left
            nothing to decide      | recusal/decision | {"granted":true,"reason":"x"}                         | 409 | assignment.no_recusal
            no decision            | recusal/decision | {"reason":"x"}                                        | 422 | assignment.decision_missing
            a decision as a word   | recusal/decision | {"granted":"maybe","reason":"x"}                      | 400 | edge.wrong_value
            no body                | reassignment |                                                           | 400 | edge.body_missing
            """)
    void badInputIsRefusedWithACodeAndASentence(String what, String step, String body, int status, String code) {
        String filing = accepted();
        Answer now = seen(SERVICE.supervisor(), filing);
        String sent = body == null
                ? ""
                : body.replace("JUDGE", now.json().at("/summary/judgeId").asString())
                        .replace("LONG", "长".repeat(501));

        Answer answer = SERVICE.supervisor().post(filing + "/" + step, now.etag(), sent);

        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.text("code")).isEqualTo(code);
        assertThat(answer.text("detail")).isNotBlank();
        assertThat(seen(SERVICE.supervisor(), filing).etag()).isEqualTo(now.etag());
    }

    @Test
    void theOrderOfStepsIsKept() {
        String filing = accepted();
        Answer asked = ask(filing);
        Person supervisor = SERVICE.supervisor();
        Person judge = SERVICE.judge(asked.text("judgeId"));

        assertThat(judge.post(filing + "/recusal", asked.etag(), WISH).text("code"))
                .isEqualTo("assignment.recusal_pending");
        assertThat(supervisor
                        .post(filing + "/reassignment", asked.etag(), "{\"reason\":\"x\"}")
                        .text("code"))
                .isEqualTo("assignment.recusal_pending");
        assertThat(supervisor
                        .post(filing + "/recusal/decision", "\"1\"", GRANTED)
                        .text("code"))
                .isEqualTo("edge.version_stale");
        assertThat(supervisor.post(filing + "/recusal/decision", "", GRANTED).text("code"))
                .isEqualTo("edge.version_missing");
        assertThat(supervisor
                        .post(filing + "/recusal/decision", asked.etag(), "", GRANTED)
                        .text("code"))
                .isEqualTo("edge.key_missing");
        assertThat(judge.post(filing + "/recusal", asked.etag(), "{\"ground\":\"TIRED\",\"statement\":\"x\"}")
                        .text("code"))
                .isEqualTo("edge.wrong_value");
        assertThat(judge.post(filing + "/recusal", asked.etag(), "{\"statement\":\"x\"}")
                        .text("code"))
                .isEqualTo("assignment.ground_missing");
    }

    @Test
    void aFilingThatIsNotAcceptedHasNoJudge() {
        Answer submitted = SERVICE.submitted(COURT);
        String filing = "/api/v1/filings/" + submitted.text("id");

        assertThat(seen(SERVICE.supervisor(), filing).text("code")).isEqualTo("assignment.not_accepted");
        assertThat(SERVICE.supervisor()
                        .post(filing + "/reassignment", submitted.etag(), "{\"reason\":\"x\"}")
                        .text("code"))
                .isEqualTo("assignment.not_accepted");
        assertThat(SERVICE.judge("judge-1").get(filing + "/assignment").status())
                .isEqualTo(404);
    }

    @Test
    void aCourtWhoseJudgesAreAllAwayAcceptsNothingAndGivesNoNumber() {
        Answer submitted = SERVICE.submitted("沪0106");

        Answer refused = SERVICE.accept(submitted, "沪0106");

        assertThat(refused.text("code")).isEqualTo("assignment.no_judge_left");
        assertThat(rows("select 1 from case_number where court = '沪0106'")).isEmpty();
        assertThat(SERVICE.applicant()
                        .get("/api/v1/filings/" + submitted.text("id"))
                        .etag())
                .isEqualTo(submitted.etag());
    }

    @Test
    void theOnlyJudgeOfACourtCannotBeRecusedUntilThereIsAnother() {
        String filing = "/api/v1/filings/" + SERVICE.accepted("沪0115");
        Person supervisor = SERVICE.staff("pudong-supervisor", "沪0115", "SUPERVISOR");
        Person judge = SERVICE.staff("pudong-1", "沪0115", "ENFORCEMENT_JUDGE");
        Answer asked = judge.post(filing + "/recusal", seen(judge, filing).etag(), WISH);

        Answer refused = supervisor.post(filing + "/recusal/decision", asked.etag(), GRANTED);

        assertThat(refused.text("code")).isEqualTo("assignment.no_judge_left");
        assertThat(seen(supervisor, filing).json().at("/summary/recusalPending").asBoolean())
                .isTrue();
    }
}
