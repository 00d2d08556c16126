package court.interaction.talk;

import static org.assertj.core.api.Assertions.assertThat;

import court.interaction.Courthouse;
import court.interaction.Courthouse.OpenCase;
import court.platform.support.Caller;
import court.platform.support.Caller.Answer;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class TalkIT {

    private static final String WORDS = "金丝雀：申请执行人确认收到六百元。";
    private static final Map<String, Object> PAID = Map.of("amount", "600.00", "way", "DIRECT", "paidOn", "2026-03-01");

    private final OpenCase open = Courthouse.openCase();
    private final String talks = open.path("/talks");

    @Test
    void aTalkIsReadByTheCourtAndItsParticipantsOnly() {
        String talk = open("a1");

        for (Caller reader : List.of(open.judge(), open.party("a1"))) {
            JsonNode shown = reader.get(talks + "/" + talk).json();
            assertThat(shown.get("transcript").asString()).isEqualTo(WORDS);
            assertThat(shown.get("payment").toString())
                    .isEqualTo("{\"amount\":\"600.00\",\"way\":\"DIRECT\",\"paidOn\":\"2026-03-01\"}");
            assertThat(shown.get("confirmed").asBoolean()).isFalse();
            JsonNode line = reader.get(talks).json().get("items").get(0);
            assertThat(line.get("id").asString()).isEqualTo(talk);
            assertThat(line.has("transcript")).isFalse();
        }
        assertThat(open.party("a2").get(talks + "/" + talk).code()).isEqualTo("access.not_yours");
        assertThat(open.party("a2").get(talks).json().get("items")).isEmpty();
        assertThat(open.party("r1").get(talks).code()).isEqualTo("access.not_yours");
        assertThat(open.judge().get(talks + "/" + UUID.randomUUID()).code()).isEqualTo("access.not_yours");
        OpenCase other = Courthouse.openCase();
        assertThat(other.judge().get(other.path("/talks/" + talk)).code()).isEqualTo("access.not_yours");
        assertThat(Courthouse.rows(
                        "select body::json #>> '{data,objectId}' from outbox where kind = 'ACCESS' and case_id = '"
                                + open.id() + "'"))
                .as("that the court read the words is on record")
                .containsOnlyOnce(talk);
    }

    @Test
    void aTalkWithoutMoneyIsACardTooAndHoldsNothingUp() {
        open.judge().post(talks, Map.of("participantIds", List.of("a1"), "transcript", "约定下周到庭。"));

        open.awaitCard("TalkOpened");

        assertThat(open.entries(open.party("a1")).toString()).doesNotContain("payment");
    }

    @Test
    void aTalkIsAFactAndACardForItsParticipants() {
        open.release("r1");
        String talk = open("a1", "r1");
        open.awaitCard("TalkOpened");

        Answer signed = open.party("r1").post(talks + "/" + talk + "/confirmation", Map.of());
        open.awaitCard("TalkConfirmed");

        assertThat(signed.status()).isEqualTo(200);
        assertThat(signed.json().toString())
                .isEqualTo("{\"talkId\":\"" + talk + "\",\"partyId\":\"r1\",\"complete\":false}");
        assertThat(outbox("type like 'Talk%'")).containsExactly("TalkOpened a1,r1", "TalkConfirmed a1,r1");
        assertThat(open.cards(open.party("a1"))).containsExactly("RespondentReleased", "TalkOpened", "TalkConfirmed");
        assertThat(open.cards(open.party("r1"))).containsExactly("RespondentReleased", "TalkOpened", "TalkConfirmed");
        assertThat(open.cards(open.party("a2"))).containsExactly("RespondentReleased");
        assertThat(open.entries(open.party("a1")).toString()).doesNotContain("金丝雀");
    }

    @Test
    void eachParticipantConfirmsOnceAndNobodyElse() {
        open.release("r1");
        String confirmation = talks + "/" + open("a1", "a2") + "/confirmation";

        for (Caller other : List.of(open.party("r1"), open.party("r2"), open.party("stranger"))) {
            Answer answer = other.post(confirmation, Map.of());
            assertThat(answer.status()).isEqualTo(404);
            assertThat(answer.code()).isEqualTo("access.not_yours");
        }
        assertThat(open.party("a1").post(confirmation, Map.of("partyId", "a2")).code())
                .isEqualTo("access.not_yours");
        assertThat(open.judge().post(confirmation, Map.of()).code()).isEqualTo("access.role_missing");
        assertThat(open.party("a1")
                        .post(confirmation, Map.of())
                        .json()
                        .get("complete")
                        .asBoolean())
                .isFalse();
        assertThat(open.party("a1").post(confirmation, Map.of()).code()).isEqualTo("talk.already_confirmed");
        assertThat(open.party("a2")
                        .post(confirmation, Map.of())
                        .json()
                        .get("complete")
                        .asBoolean())
                .isTrue();
        assertThat(open.party("a2").post(confirmation, Map.of()).code()).isEqualTo("talk.already_confirmed");
        assertThat(outbox("type = 'TalkConfirmed'")).hasSize(2);
        JsonNode shown = open.judge().get(talks).json().get("items").get(0);
        assertThat(shown.get("confirmed").asBoolean()).isTrue();
        assertThat(shown.get("confirmations").findValuesAsString("partyId")).containsExactly("a1", "a2");
    }

    @Test
    void ofManyConfirmationsAtOnceOneCounts() throws InterruptedException {
        String confirmation = talks + "/" + open("a1") + "/confirmation";
        Callable<Integer> confirm =
                () -> open.party("a1").post(confirmation, Map.of()).status();

        List<Future<Integer>> answers;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            answers = threads.invokeAll(Collections.nCopies(6, confirm));
        }

        assertThat(answers).extracting(Future::resultNow).containsOnlyOnce(200).containsOnly(200, 409);
        assertThat(outbox("type = 'TalkConfirmed'")).hasSize(1);
    }

    @Test
    void onlyTheJudgeOpensOneAndTheSameKeyOpensOne() {
        Map<String, Object> body = Map.of("participantIds", List.of("a1"), "transcript", WORDS);
        Caller filing = Courthouse.caller(Courthouse.tokens().staff("filing-judge", "沪0117", "FILING_JUDGE"));
        assertThat(open.party("a1").post(talks, body).code()).isEqualTo("access.role_missing");
        assertThat(filing.post(talks, body).code()).isEqualTo("access.role_missing");
        assertThat(open.party("stranger").post(talks, body).code()).isEqualTo("access.not_yours");
        String key = UUID.randomUUID().toString();
        String json = "{\"participantIds\":[\"a1\"],\"transcript\":\"好\"}";

        Answer first = open.judge().postKeyed(key, talks, json);
        Answer again = open.judge().postKeyed(key, talks, json);

        assertThat(first.status()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(open.judge().get(talks).json().get("items")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"transcript\":\"好\"} | 422 | talk.participants_missing",
                "{\"participantIds\":[\"x\"],\"transcript\":\"好\"} | 422 | talk.not_in_room",
                "{\"participantIds\":[\"r1\"],\"transcript\":\"好\"} | 409 | talk.respondent_not_released",
                "{\"participantIds\":[\"a1\"]} | 422 | talk.transcript_missing",
                "{\"participantIds\":[\"a1\"],\"transcript\":\"a\\u0000b\"} | 422 | text.nul_character",
                "{\"participantIds\":[\"a1\"],\"transcript\":\"好\",\"seq\":1} | 400 | edge.unknown_field",
                "{\"participantIds\":[\"a1\"],\"transcript\":\"好\",\"payment\":{}} | 422 | talk.payment_incomplete",
                "{\"participantIds\":[\"a1\"],\"transcript\":\"好\",\"payment\":{\"amount\":\"1\",\"way\":\"DIRECT\",\"paidOn\":\"2999-01-01\"}} | 422 | talk.paid_in_future",
                "{\"participantIds\":[\"a1\"],\"transcript\":\"好\",\"payment\":{\"amount\":\"-1\",\"way\":\"DIRECT\",\"paidOn\":\"2026-01-01\"}} | 422 | money.negative",
                "{\"participantIds\":[\"a1\"],\"transcript\":\"好\",\"payment\":{\"amount\":\"1.001\",\"way\":\"DIRECT\",\"paidOn\":\"2026-01-01\"}} | 422 | money.too_precise",
                "{\"participantIds\":[\"a1\"],\"transcript\":\"好\",\"payment\":{\"amount\":\"1\",\"way\":\"CASH\",\"paidOn\":\"2026-01-01\"}} | 400 | edge.wrong_value",
                "{\"participantIds\":[\"a1\"],\"transcript\":\"好\",\"payment\":{\"amount\":\"1\",\"way\":\"DIRECT\",\"paidOn\":\"2026-02-30\"}} | 400 | edge.wrong_value",
            })
    void badTalksAreRefusedWithAReasonAndNothingIsWritten(String body, int status, String code) {
        Answer answer = open.judge().postKeyed(UUID.randomUUID().toString(), talks, body);

        assertThat(answer.code()).isEqualTo(code);
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.json().get("detail").asString()).endsWith("。");
        assertThat(open.judge().get(talks).json().get("items")).isEmpty();
        assertThat(outbox("type like 'Talk%'")).isEmpty();
    }

    @Test
    void theWordsAreNowhereInTheClear() {
        open("a1");

        for (String table : List.of("talk", "outbox", "command_key", "message")) {
            assertThat(Courthouse.rows("select t::text from " + table + " t"))
                    .as(table)
                    .noneMatch(row -> row.contains("金丝雀"));
        }
    }

    @Test
    void talksAreListedPageByPage() {
        List<String> all = List.of(open("a1"), open("a1"), open("a1"));

        JsonNode first = open.party("a1").get(talks + "?limit=2").json();
        JsonNode rest = open.party("a1")
                .get(talks + "?cursor=" + first.get("nextCursor").asString())
                .json();

        assertThat(first.get("items").findValuesAsString("id")).containsExactly(all.get(2), all.get(1));
        assertThat(rest.get("items").findValuesAsString("id")).containsExactly(all.get(0));
        assertThat(open.judge().get(talks + "?cursor=x").code()).isEqualTo("edge.cursor_unreadable");
    }

    private String open(String... participants) {
        Answer opened = open.judge()
                .post(talks, Map.of("participantIds", List.of(participants), "transcript", WORDS, "payment", PAID));
        assertThat(opened.status()).as(new String(opened.body())).isEqualTo(201);
        return opened.json().get("talkId").asString();
    }

    private List<String> outbox(String where) {
        return Courthouse.rows("select type, headers::json ->> 'ce_audience' from outbox where " + where
                + " and case_id = '" + open.id() + "' order by id");
    }
}
