package court.interaction.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import court.interaction.Courthouse;
import court.interaction.Courthouse.OpenCase;
import court.platform.support.Caller;
import court.platform.support.Caller.Answer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What senders do about their own messages later: take them back, correct them. */
class AmendIT {

    private final OpenCase open = Courthouse.openCase();
    private final Caller sender = open.party("a1");

    @Test
    void whatIsTakenBackIsReadByTheCourtAlone() {
        String id = say(sender, "账号写错了");

        Answer recalled = recall(sender, id);

        assertThat(recalled.status()).as(recalled.code()).isEqualTo(201);
        for (Caller party : List.of(sender, open.party("a2"))) {
            List<JsonNode> entries = open.entries(party);
            assertThat(entries).hasSize(2).allMatch(it -> !it.has("text"));
            assertThat(entries.getFirst().get("recalled").asBoolean()).isTrue();
            assertThat(entries.getLast().get("kind").asString()).isEqualTo("RECALL");
            assertThat(entries.getLast().get("about").asString()).isEqualTo(id);
            assertThat(entries.getLast().get("seq").asLong()).isEqualTo(2);
        }
        JsonNode first = open.entries(open.judge()).getFirst();
        assertThat(first.get("recalled").asBoolean()).isTrue();
        assertThat(first.get("text").asString()).isEqualTo("账号写错了");
    }

    @Test
    void theRecallGoesToTheReadersOfTheFirstAndIsAFactOfItsOwn() {
        open.release("r1");
        String id = id(sender.post(open.path("/messages"), Map.of("text", "只给法院", "audience", List.of("COURT"))));

        recall(sender, id);

        assertThat(open.entries(open.party("a2"))).noneMatch(it -> it.has("about"));
        assertThat(open.entries(open.party("r1"))).noneMatch(it -> it.has("about"));
        assertThat(facts("MessageRecalled", "headers::json ->> 'ce_audience' || ' ' || kind"))
                .containsExactly("a1 ACT");
        assertThat(facts("MessageRecalled", "body::json -> 'data' ->> 'messageId'"))
                .containsExactly(id);
        assertThat(facts("MessagePosted", "body::json -> 'data' ->> 'messageId'"))
                .contains(id);
    }

    @Test
    void itIsTakenBackOnceHoweverOftenAndAtOnce() throws InterruptedException {
        String id = say(sender, "重复撤回");
        Callable<Answer> recalling = () -> recall(sender, id);

        List<Answer> answers;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            answers = threads.invokeAll(Collections.nCopies(8, recalling)).stream()
                    .map(it -> it.resultNow())
                    .toList();
        }

        assertThat(answers).extracting(Answer::status).containsOnly(201);
        assertThat(answers.stream().map(Answer::json).distinct()).hasSize(1);
        assertThat(open.entries(open.judge())).hasSize(2);
        assertThat(facts("MessageRecalled", "id")).hasSize(1);
    }

    @Test
    void onlyWhoSaidItTakesItBackAndOnlyInTime() {
        String id = say(sender, "别人的话");
        String old = say(sender, "很久以前");
        String judges = say(open.judge(), "法院也可以撤回");
        String hidden =
                id(open.judge().post(open.path("/messages"), Map.of("text", "合议", "audience", List.of("COURT"))));
        Courthouse.execute(
                "update message set posted_at = posted_at - interval '121 seconds' where id = '" + old + "'");

        assertThat(recall(open.party("a2"), id).code()).isEqualTo("message.not_your_message");
        assertThat(recall(open.judge(), id).code()).isEqualTo("message.not_your_message");
        assertThat(recall(sender, hidden).code()).isEqualTo("access.not_yours");
        assertThat(recall(sender, UUID.randomUUID().toString()).code()).isEqualTo("access.not_yours");
        assertThat(recall(open.party("stranger"), id).code()).isEqualTo("access.not_yours");
        assertThat(recall(sender, old).code()).isEqualTo("message.recall_too_late");
        assertThat(recall(open.judge(), judges).status()).isEqualTo(201);
        assertThat(open.entries(sender)).filteredOn(it -> it.has("recalled")).hasSize(1);
    }

    @Test
    void aRecallStaysGoodAfterItsTime() {
        String id = say(sender, "及时撤回");
        Answer first = recall(sender, id);
        Courthouse.execute("update message set posted_at = posted_at - interval '1 hour' where id = '" + id + "'");

        assertThat(recall(sender, id).json()).isEqualTo(first.json());
    }

    @Test
    void aFileThatWasTakenBackIsFetchedByTheCourtAlone() {
        byte[] bytes = "收据".getBytes(StandardCharsets.UTF_8);
        String id = id(sender.upload(open.path("/files"), "收据.txt", bytes, Map.of()));
        String path = open.path(
                "/files/" + open.entries(sender).getLast().get("file").get("id").asString() + "/content");
        assertThat(open.party("a2").get(path).status()).isEqualTo(200);

        recall(sender, id);

        assertThat(sender.get(path).code()).isEqualTo("access.not_yours");
        assertThat(open.party("a2").get(path).code()).isEqualTo("access.not_yours");
        assertThat(open.entries(sender).getFirst().has("file")).isFalse();
        assertThat(open.judge().get(path).body()).isEqualTo(bytes);
    }

    @Test
    void aCorrectionStandsBesideTheFirst() {
        String id = say(sender, "已收到 1000 元");

        Answer corrected = correct(sender, id, Map.of("text", "已收到 100 元", "reason", "多写一个零"));

        assertThat(corrected.status()).as(corrected.code()).isEqualTo(201);
        for (Caller reader : List.of(open.judge(), sender, open.party("a2"))) {
            List<JsonNode> entries = open.entries(reader);
            assertThat(entries.getFirst().get("text").asString()).isEqualTo("已收到 1000 元");
            assertThat(entries.getFirst().get("correctedBy"))
                    .isEqualTo(entries.getLast().get("messageId"));
            assertThat(entries.getLast().get("kind").asString()).isEqualTo("CORRECTION");
            assertThat(entries.getLast().get("about").asString()).isEqualTo(id);
            assertThat(entries.getLast().get("text").asString()).isEqualTo("已收到 100 元");
            assertThat(entries.getLast().get("reason").asString()).isEqualTo("多写一个零");
        }
        assertThat(facts("MessageCorrected", "body"))
                .hasSize(1)
                .first()
                .asString()
                .doesNotContain("100 元", "一个零");
    }

    @Test
    void ofSeveralCorrectionsTheLastHoldsAndARecallTakesAllBack() {
        String id = say(sender, "第一稿");
        correct(sender, id, Map.of("text", "第二稿", "reason", "笔误"));
        Answer last = correct(sender, id, Map.of("text", "第三稿", "reason", "又有笔误"));
        assertThat(open.entries(sender).getFirst().get("correctedBy"))
                .isEqualTo(last.json().get("messageId"));

        recall(sender, id);

        assertThat(open.entries(sender)).hasSize(4).allMatch(it -> !it.has("text") && !it.has("reason"));
        assertThat(open.entries(open.judge()).get(2).get("text").asString()).isEqualTo("第三稿");
        assertThat(correct(sender, id, Map.of("text", "第四稿", "reason", "晚了")).code())
                .isEqualTo("message.already_recalled");
    }

    @Test
    void aCorrectionIsMadeOnceUnderTheSenderSOwnId() {
        String id = say(sender, "第一稿");
        Map<String, String> body = Map.of("text", "第二稿", "reason", "笔误", "clientMsgId", "c-1");
        Answer first = correct(sender, id, body);

        assertThat(correct(sender, id, body).json()).isEqualTo(first.json());
        assertThat(correct(sender, id, Map.of("text", "别的", "reason", "笔误", "clientMsgId", "c-1"))
                        .code())
                .isEqualTo("message.client_id_reused");
        assertThat(sender.post(open.path("/messages"), Map.of("text", "第二稿", "clientMsgId", "c-1"))
                        .code())
                .isEqualTo("message.client_id_reused");
        assertThat(open.entries(open.judge())).hasSize(2);
    }

    @Test
    void badCorrectionsAreRefusedWithAReason() {
        String id = say(sender, "第一稿");
        String recall = id(recall(sender, say(sender, "撤回")));

        assertThat(correct(open.party("a2"), id, Map.of("text", "改", "reason", "笔误"))
                        .code())
                .isEqualTo("message.not_your_message");
        assertThat(correct(sender, recall, Map.of("text", "改", "reason", "笔误")).code())
                .isEqualTo("message.not_a_message");
        assertThat(correct(sender, id, Map.of("reason", "笔误")).code()).isEqualTo("message.text_missing");
        assertThat(correct(sender, id, Map.of("text", "改")).code()).isEqualTo("message.reason_missing");
        assertThat(correct(sender, id, Map.of("text", "改", "reason", "由".repeat(501)))
                        .code())
                .isEqualTo("message.reason_too_long");
        assertThat(correct(sender, id, Map.of("text", "改".repeat(5_001), "reason", "笔误"))
                        .code())
                .isEqualTo("message.text_too_long");
    }

    @Test
    void noCardIsMadeOfThem() {
        recall(sender, say(sender, "撤回"));
        correct(sender, say(sender, "更正"), Map.of("text", "改", "reason", "笔误"));
        open.release("r1");

        await().during(Duration.ofMillis(500))
                .atMost(Duration.ofSeconds(5))
                .until(() -> open.cards(open.judge()).equals(List.of("RespondentReleased")));
    }

    private String say(Caller by, String text) {
        return id(by.post(open.path("/messages"), Map.of("text", text)));
    }

    private Answer recall(Caller by, String id) {
        return by.post(open.path("/messages/" + id + "/recall"), Map.of());
    }

    private Answer correct(Caller by, String id, Map<String, String> body) {
        return by.post(open.path("/messages/" + id + "/correct"), body);
    }

    private static String id(Answer answer) {
        assertThat(answer.status()).as(answer.code()).isEqualTo(201);
        return answer.json().get("messageId").asString();
    }

    private List<String> facts(String type, String what) {
        return Courthouse.rows("select " + what + " from outbox where type = '" + type + "' and case_id = '" + open.id()
                + "' order by id");
    }
}
