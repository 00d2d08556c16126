package court.interaction.message;

import static org.assertj.core.api.Assertions.assertThat;

import court.interaction.Cases;
import court.interaction.Courthouse;
import court.interaction.Courthouse.OpenCase;
import court.platform.contract.Party;
import court.platform.support.Caller;
import court.platform.support.Caller.Answer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class MessageIT {

    private static final String CANARY = "金丝雀三一零一一七";

    private final OpenCase open = Courthouse.openCase();
    private final String messages = open.path("/messages");

    @Test
    void whatIsSaidIsReadByWhomItWasAddressedTo() {
        Answer posted = open.party("a1").post(messages, Map.of("text", "只给法院", "audience", List.of("COURT")));

        assertThat(posted.status()).isEqualTo(201);
        JsonNode entry = items(open.judge()).getFirst();
        assertThat(entry.get("messageId")).isEqualTo(posted.json().get("messageId"));
        assertThat(entry.get("time")).isEqualTo(posted.json().get("time"));
        assertThat(entry.toString())
                .contains("\"seq\":1", "\"senderId\":\"a1\"", "\"senderRole\":\"APPLICANT\"", "\"kind\":\"TEXT\"")
                .contains("\"text\":\"只给法院\"", "\"audience\":[\"a1\"]");
        assertThat(items(open.party("a1"))).hasSize(1);
        assertThat(items(open.party("a2"))).isEmpty();
    }

    @Test
    void aRespondentSeesNothingFromBeforeAndAllThatIsAddressedToThemAfter() {
        say(open.judge(), "执行前 1");
        say(open.party("a1"), "执行前 2");
        open.release("r1");
        say(open.judge(), "都能看 1");
        say(open.party("a1"), "不给被执行人", "a1", "a2");
        say(open.judge(), "只给被执行人", "r1");
        say(open.judge(), "合议", "COURT");
        say(open.party("r1"), "被执行人答复");

        assertThat(texts(open.party("r1"))).containsExactly("2 都能看 1", "3 只给被执行人", "4 被执行人答复");
        assertThat(texts(open.party("a1"))).containsExactly("1 执行前 1", "2 执行前 2", "4 都能看 1", "5 不给被执行人", "6 被执行人答复");
        assertThat(texts(open.judge())).hasSize(7).last().isEqualTo("8 被执行人答复");
    }

    @Test
    void eachMessageIsAFactForItsAudience() {
        open.release("r1");
        say(open.judge(), "只给被执行人", "r1");
        say(open.judge(), "合议", "COURT");
        say(open.party("a1"), "只给法院", "COURT");

        assertThat(Courthouse.rows(
                        "select headers::json ->> 'ce_audience', kind from outbox where type = 'MessagePosted'"
                                + " and case_id = '" + open.id() + "' order by id"))
                .containsExactly("r1 ACT", " ACT", "a1 ACT");
        assertThat(Courthouse.rows("select sequence from outbox where case_id = '" + open.id() + "' order by id"))
                .isEqualTo(Courthouse.rows(
                        "select generate_series(1, count(*)) from outbox where case_id = '" + open.id() + "'"));
    }

    @Test
    void nobodySpeaksToARespondentWhoIsNotIn() {
        assertThat(say(open.judge(), "你好", "r1").code()).isEqualTo("message.respondent_not_released");
        Answer outside = say(open.party("a1"), "你好", "r1");
        Answer unknown = say(open.party("a1"), "你好", "nobody");

        assertThat(outside.code()).isEqualTo(unknown.code()).isEqualTo("message.not_in_room");
        assertThat(outside.json().get("detail")).isEqualTo(unknown.json().get("detail"));
        assertThat(items(open.judge())).isEmpty();
    }

    @Test
    void theSameKeyPostsOnce() {
        String key = UUID.randomUUID().toString();
        String body = "{\"text\":\"只一次\"}";

        Answer first = open.party("a1").postKeyed(key, messages, body);
        Answer again = open.party("a1").postKeyed(key, messages, body);
        Answer other = open.party("a1").postKeyed(key, messages, "{\"text\":\"另一条\"}");

        assertThat(again.status()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.header("idempotency-replayed")).isEqualTo("true");
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.code()).isEqualTo("edge.key_reused");
        assertThat(texts(open.judge())).containsExactly("1 只一次");
    }

    @Test
    void theSendersOwnIdPostsOnceUnderNewKeysToo() {
        Map<String, String> body = Map.of("text", "只一次", "clientMsgId", "c-1");

        Answer first = open.party("a1").post(messages, body);
        open.release("r1");
        Answer again = open.party("a1").post(messages, body);
        Answer changed = open.party("a1").post(messages, Map.of("text", "改了", "clientMsgId", "c-1"));
        Answer another = open.party("a2").post(messages, body);

        assertThat(again.status()).isEqualTo(201);
        assertThat(again.json()).isEqualTo(first.json());
        assertThat(changed.code()).isEqualTo("message.client_id_reused");
        assertThat(another.json().get("messageId")).isNotEqualTo(first.json().get("messageId"));
        assertThat(texts(open.judge())).containsExactly("1 只一次", "3 只一次");
    }

    @Test
    void theSendersOwnIdPostsOnceAlsoWhenSentManyTimesAtOnce() throws InterruptedException {
        Caller sender = open.party("a1");
        Callable<Answer> post = () -> sender.post(messages, Map.of("text", "只一次", "clientMsgId", "c-1"));

        List<Future<Answer>> answers;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            answers = threads.invokeAll(Collections.nCopies(12, post));
        }

        assertThat(answers).extracting(it -> it.resultNow().status()).containsOnly(201);
        assertThat(answers.stream().map(it -> it.resultNow().json()).distinct()).hasSize(1);
        assertThat(texts(open.judge())).containsExactly("1 只一次");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"text\":\"\"} | 422 | message.text_missing",
                "{\"text\":\"  \"} | 422 | message.text_missing",
                "{} | 422 | message.text_missing",
                "{\"text\":\"a\\u0000b\"} | 422 | text.nul_character",
                "{\"text\":\"a\\ud800\"} | 422 | text.lone_surrogate",
                "{\"text\":\"好\",\"audience\":[]} | 422 | message.audience_empty",
                "{\"text\":\"好\",\"audience\":[\"x\"]} | 422 | message.not_in_room",
                "{\"text\":\"好\",\"audience\":[null]} | 400 | edge.wrong_value",
                "{\"text\":\"好\",\"audience\":\"a1\"} | 400 | edge.wrong_value",
                "{\"text\":5} | 400 | edge.wrong_value",
                "{\"text\":\"好\",\"seq\":1} | 400 | edge.unknown_field",
                "{\"text\":\"好\",\"sender\":\"a2\"} | 422 | message.not_your_party",
                "{\"text\":\"好\",\"clientMsgId\":\"有 空格\"} | 400 | message.client_id_unusable",
                "{\"text\": | 400 | edge.unreadable_json",
                "'' | 400 | edge.body_missing",
            })
    void badMessagesAreRefusedWithAReason(String body, int status, String code) {
        Answer answer = open.party("a1").postKeyed(UUID.randomUUID().toString(), messages, body);

        assertThat(answer.status())
                .as(new String(answer.body(), StandardCharsets.UTF_8))
                .isEqualTo(status);
        assertThat(answer.code()).isEqualTo(code);
        assertThat(answer.json().get("detail").asString()).containsPattern("请\\p{IsHan}");
        assertThat(items(open.judge())).isEmpty();
    }

    @Test
    void tooLongAndKeylessMessagesAreRefused() {
        assertThat(say(open.judge(), "长".repeat(5_001)).code()).isEqualTo("message.text_too_long");
        assertThat(say(open.judge(), "长".repeat(5_000)).status()).isEqualTo(201);
        assertThat(open.judge().postKeyed("a b", messages, "{\"text\":\"好\"}").code())
                .isEqualTo("edge.key_unusable");
    }

    @Test
    void aCaseThatIsNotAcceptedYetHasNoRoom() {
        OpenCase early = new OpenCase(UUID.randomUUID());
        Courthouse.say(Courthouse.fact(
                early.id(),
                1,
                Cases.submitted(List.of(Cases.party("a1", Party.Role.APPLICANT, "甲", early.key("a1"))))));
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> early.party("a1").get(early.path("/messages")).status() == 200);

        assertThat(say(early, "有人吗").code()).isEqualTo("room.not_open");
        assertThat(early.party("a1").get(early.path("/room")).code()).isEqualTo("room.not_open");
    }

    private static Answer say(OpenCase early, String text) {
        return early.party("a1").post(early.path("/messages"), Map.of("text", text));
    }

    @Test
    void aSenderWhoHangsUpLosesAndTearsNothing() throws IOException {
        for (int i = 0; i < 40; i++) {
            hangUp("{\"text\":\"挂断 " + i + "\"}", "key-" + open.id() + "-" + i);
        }
        for (int i = 0; i < 40; i++) {
            Answer again =
                    open.party("a1").postKeyed("key-" + open.id() + "-" + i, messages, "{\"text\":\"挂断 " + i + "\"}");
            assertThat(again.status()).isEqualTo(201);
        }

        assertThat(items(open.judge())).hasSize(40);
        assertThat(items(open.party("a2"))).hasSize(40);
        assertThat(Courthouse.rows("select count(*) from message where case_id = '" + open.id() + "'"))
                .containsExactly("40");
        assertThat(Courthouse.rows(
                        "select count(*) from outbox where type = 'MessagePosted' and case_id = '" + open.id() + "'"))
                .containsExactly("40");
    }

    /** Sends a whole request and is gone before the answer. */
    private void hangUp(String body, String key) throws IOException {
        Caller sender = open.party("a1");
        URI address = URI.create(sender.address());
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            socket.setSoLinger(true, 0);
            OutputStream out = socket.getOutputStream();
            out.write(("POST " + messages + " HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + sender.token()
                            + "\r\nIdempotency-Key: " + key + "\r\nContent-Type: application/json\r\nContent-Length: "
                            + bytes.length + "\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            out.write(bytes);
            out.flush();
            Thread.sleep(Duration.ofMillis(key.hashCode() & 15));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void whatIsSaidIsNowhereInTheClear() {
        say(open.party("a1"), CANARY);
        open.party("a1")
                .upload(
                        open.path("/files"),
                        CANARY + ".txt",
                        CANARY.getBytes(StandardCharsets.UTF_8),
                        Map.of("text", CANARY));

        for (String table :
                Courthouse.rows("select table_name from information_schema.tables where table_schema = 'public'")) {
            assertThat(Courthouse.rows("select t::text from " + table + " t"))
                    .as(table)
                    .noneMatch(row -> row.contains(CANARY) || row.contains("申请人甲"));
        }
    }

    private static Answer say(Caller caller, String text, OpenCase open, String... audience) {
        return audience.length == 0
                ? caller.post(open.path("/messages"), Map.of("text", text))
                : caller.post(open.path("/messages"), Map.of("text", text, "audience", List.of(audience)));
    }

    private Answer say(Caller caller, String text, String... audience) {
        return say(caller, text, open, audience);
    }

    private List<JsonNode> items(Caller caller) {
        return caller.get(messages + "?limit=100")
                .json()
                .get("items")
                .valueStream()
                .toList();
    }

    private List<String> texts(Caller caller) {
        return items(caller).stream()
                .filter(item -> item.has("text"))
                .map(item -> item.get("seq") + " " + item.get("text").asString())
                .toList();
    }
}
