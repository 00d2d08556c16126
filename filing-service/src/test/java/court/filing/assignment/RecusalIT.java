package court.filing.assignment;

import static court.filing.assignment.FilingCourt.rows;
import static org.assertj.core.api.Assertions.assertThat;

import court.filing.assignment.Person.Answer;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class RecusalIT {

    private static final String COURT = "沪0117";
    private static final String STATEMENT = "本人配偶持有被执行人股份，属利害关系";
    private static final String WISH = "{\"ground\":\"INTEREST\",\"statement\":\"" + STATEMENT + "\"}";
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
    @DisplayName("F10: a granted recusal draws another judge without the one who asked, for good")
    void aGrantedRecusalDrawsAnotherJudge() {
        String filing = accepted();
        Answer asked = ask(filing);
        String former = asked.text("judgeId");
        assertThat(asked.json().path("recusalPending").asBoolean()).isTrue();

        Answer decided = SERVICE.supervisor().post(filing + "/recusal/decision", asked.etag(), GRANTED);

        assertThat(decided.status()).as(decided.body()).isEqualTo(200);
        assertThat(decided.text("judgeId")).isNotEqualTo(former);
        assertThat(SERVICE.judge(former).get(filing).status()).isEqualTo(404);
        JsonNode turn = seen(SERVICE.supervisor(), filing).json().at("/turns/1");
        assertThat(turn.path("repeats").asBoolean()).isTrue();
        assertThat(turn.path("reason").asString()).isEqualTo("审判人员回避");
        assertThat(turn.at("/lot/passedOver").toString()).contains(former + "\",\"why\":\"RECUSED");
        Answer back = SERVICE.supervisor()
                .post(filing + "/reassignment", decided.etag(), "{\"judgeId\":\"" + former + "\",\"reason\":\"调整\"}");
        assertThat(back.text("code")).isEqualTo("assignment.judge_barred");
    }

    @Test
    @DisplayName("F10: a refused recusal leaves the judge, and the supervisor's reason is on record")
    void aRefusedRecusalLeavesTheJudge() {
        String filing = accepted();
        Answer asked = ask(filing);

        Answer decided = SERVICE.supervisor()
                .post(filing + "/recusal/decision", asked.etag(), "{\"granted\":false,\"reason\":\"不属于法定事由\"}");

        assertThat(decided.text("judgeId")).isEqualTo(asked.text("judgeId"));
        assertThat(decided.json().path("recusalPending").asBoolean()).isFalse();
        JsonNode recusal =
                seen(SERVICE.judge(asked.text("judgeId")), filing).json().at("/recusals/0");
        assertThat(recusal.path("reason").asString()).isEqualTo("不属于法定事由");
        assertThat(recusal.path("granted").asBoolean()).isFalse();
    }

    @Test
    @DisplayName(
            "E7, F10: a recusal is read by the supervisor and who asked, told to no party, and nowhere in the clear")
    void aRecusalIsConfidential() {
        String filing = accepted();
        Answer asked = ask(filing);
        String id = asked.text("filingId");
        Person filingJudge = SERVICE.staff("filing-judge", COURT, "FILING_JUDGE");

        assertThat(seen(SERVICE.supervisor(), filing).body()).contains(STATEMENT);
        assertThat(seen(SERVICE.judge(asked.text("judgeId")), filing).body()).contains(STATEMENT);
        assertThat(seen(filingJudge, filing).body()).doesNotContain(STATEMENT, "INTEREST");
        assertThat(rows("select headers::json ->> 'ce_audience' from outbox where type like 'Recusal%'"))
                .containsOnly("");
        assertThat(rows("select actor from access_seen where object = 'assignment' and object_id = '" + id + "'"))
                .containsExactlyInAnyOrder("supervisor", asked.text("judgeId"));
        for (String table : List.of("assignment", "outbox", "command_key")) {
            assertThat(rows("select 1 from " + table + " t where t::text like '%" + STATEMENT + "%'"))
                    .as(table)
                    .isEmpty();
        }
    }

    @Test
    @DisplayName("RS15: nobody decides in a case of their own, not even as supervisor")
    void nobodyDecidesInTheirOwnCase() {
        String filing = accepted();
        Answer asked = ask(filing);
        Person both = SERVICE.staff(asked.text("judgeId"), COURT, "ENFORCEMENT_JUDGE", "SUPERVISOR");
        String other = asked.text("judgeId").equals("judge-1") ? "judge-2" : "judge-1";

        assertThat(both.post(filing + "/recusal/decision", asked.etag(), GRANTED)
                        .text("code"))
                .isEqualTo("assignment.own_case");
        Answer refused = SERVICE.supervisor()
                .post(filing + "/recusal/decision", asked.etag(), "{\"granted\":false,\"reason\":\"不属实\"}");
        assertThat(both.post(filing + "/reassignment", refused.etag(), "{\"reason\":\"调整\"}")
                        .text("code"))
                .isEqualTo("assignment.own_case");
        Person herself = SERVICE.staff(other, COURT, "ENFORCEMENT_JUDGE", "SUPERVISOR");
        assertThat(herself.post(
                                filing + "/reassignment",
                                refused.etag(),
                                "{\"judgeId\":\"" + other + "\",\"reason\":\"调整\"}")
                        .text("code"))
                .isEqualTo("assignment.own_case");
    }

    @Test
    @DisplayName("F10: the supervisor finds the recusals that wait for them, of their own court only")
    void theSupervisorFindsWhatWaits() {
        String filing = accepted();
        Answer asked = ask(filing);
        String list = "/api/v1/filings/assignments?limit=100&recusal=true";
        Person elsewhere = SERVICE.staff("pudong-supervisor", "沪0115", "SUPERVISOR");

        assertThat(SERVICE.supervisor().get(list).body()).contains(asked.text("filingId"));
        assertThat(elsewhere.get(list).body()).doesNotContain(asked.text("filingId"));
        assertThat(SERVICE.judge("judge-1").get(list).status()).isEqualTo(403);
        SERVICE.supervisor().post(filing + "/recusal/decision", asked.etag(), GRANTED);
        assertThat(SERVICE.supervisor().get(list).body()).doesNotContain(asked.text("filingId"));
        JsonNode page =
                SERVICE.supervisor().get("/api/v1/filings/assignments?limit=1").json();
        assertThat(page.path("items")).hasSize(1);
        assertThat(SERVICE.supervisor()
                        .get("/api/v1/filings/assignments?cursor=x")
                        .text("code"))
                .isEqualTo("edge.cursor_unreadable");
    }
}
