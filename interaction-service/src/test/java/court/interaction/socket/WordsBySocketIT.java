package court.interaction.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import court.interaction.Courthouse;
import court.interaction.Courthouse.OpenCase;
import court.platform.support.Caller;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Answers, mentions, recalls and corrections by socket; and text that means no good. */
class WordsBySocketIT {

    private static final Duration SOON = Duration.ofSeconds(20);

    private final OpenCase open = Courthouse.openCase();
    private final Caller applicant = open.party("a1");

    @Test
    void whatIsSaidIsAnsweredCorrectedAndTakenBack() {
        try (Socket judge = Socket.join(open, open.judge(), 0);
                Socket party = Socket.join(open, applicant, 0)) {
            judge.say(Map.of("type", "post", "clientMsgId", "1", "text", "请说明"));
            String question = posted(judge, 1).get("messageId").asString();
            party.say(Map.of(
                    "type",
                    "post",
                    "clientMsgId",
                    "2",
                    "text",
                    "已付",
                    "replyTo",
                    question,
                    "mentions",
                    List.of("judge-1")));
            String answer = posted(party, 1).get("messageId").asString();
            party.say(
                    Map.of("type", "correct", "clientMsgId", "3", "messageId", answer, "text", "已付一半", "reason", "漏写"));
            posted(party, 2);
            party.say(Map.of("type", "recall", "clientMsgId", "4", "messageId", answer));
            JsonNode recalled = posted(party, 3);
            await().atMost(SOON).until(() -> judge.entries().size() == 4);

            assertThat(recalled.get("clientMsgId").asString()).isEqualTo("4");
            List<JsonNode> seen = judge.entries();
            assertThat(seen.get(1).get("replyTo").asString()).isEqualTo(question);
            assertThat(seen.get(1).get("mentions").get(0).asString()).isEqualTo("judge-1");
            assertThat(seen.get(2).get("kind").asString()).isEqualTo("CORRECTION");
            assertThat(seen.get(3).get("kind").asString()).isEqualTo("RECALL");
            assertThat(seen.get(3).get("about").asString()).isEqualTo(answer);
            assertThat(judge.seqs()).containsExactly(1L, 2L, 3L, 4L);
            assertThat(open.entries(applicant).get(1).has("text")).isFalse();
        }
    }

    @Test
    void whatIsNotTakenIsToldWithItsOwnIdAndTheSocketStaysOpen() {
        String id = applicant
                .post(open.path("/messages"), Map.of("text", "别人的话"))
                .json()
                .get("messageId")
                .asString();
        try (Socket judge = Socket.join(open, open.judge(), 0)) {
            judge.say(Map.of("type", "recall", "clientMsgId", "1", "messageId", id))
                    .say(Map.of("type", "recall", "clientMsgId", "2"))
                    .say(Map.of("type", "recall", "messageId", id))
                    .say(Map.of("type", "correct", "clientMsgId", "3", "messageId", id, "text", "改"));
            await().atMost(SOON).until(() -> judge.problems().size() == 4);

            assertThat(judge.problems())
                    .containsExactly(
                            "message.not_your_message",
                            "socket.message_id_missing",
                            "socket.client_id_missing",
                            "message.reason_missing");
            assertThat(judge.isOpen()).isTrue();
        }
    }

    /** Zero-width space and joiner, right-to-left override and isolates, byte-order mark, tag and combining signs, a rare character. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "同\u200b意\u200d",
                "付款\u202e元0001\u202c",
                "\u2066abc\u2069\u200f",
                "\ufeff开头",
                "\u200b",
                "e\u0301\u0301\u0301 𠮷 \udb40\udc41",
                "<script>alert(1)</script> '; drop table message; --"
            })
    void whatCannotBeSeenIsKeptSignForSign(String text) {
        assertThat(applicant.post(open.path("/messages"), Map.of("text", text)).status())
                .isEqualTo(201);
        try (Socket socket = Socket.join(open, applicant, 0)) {
            socket.say(Map.of("type", "post", "clientMsgId", "1", "text", text));
            await().atMost(SOON).until(() -> socket.texts().size() == 2);

            assertThat(socket.texts()).containsExactly(text, text);
            assertThat(open.entries(open.judge()))
                    .extracting(it -> it.get("text").asString())
                    .containsExactly(text, text);
        }
    }

    @Test
    void aHundredThousandCharactersAreRefusedByEitherWay() {
        Map<String, Object> frame =
                new HashMap<>(Map.of("type", "post", "clientMsgId", "1", "text", "a".repeat(6_000)));
        try (Socket socket = Socket.join(open, applicant, 0)) {
            socket.say(frame);
            await().atMost(SOON).until(() -> socket.problems().size() == 1);
            assertThat(socket.problems()).containsExactly("message.text_too_long");
            frame.put("text", "a".repeat(100_000));
            socket.say(frame);
            assertThat(socket.closed()).isEqualTo(4413);
        }
        assertThat(applicant
                        .post(open.path("/messages"), Map.of("text", "长".repeat(100_000)))
                        .code())
                .isEqualTo("message.text_too_long");
        assertThat(applicant
                        .upload(open.path("/files"), "a.txt", new byte[] {65}, Map.of("text", "a".repeat(100_000)))
                        .code())
                .isEqualTo("blob.field_too_long");
        assertThat(applicant
                        .upload(open.path("/files"), "a.txt", new byte[] {65}, Map.of("text", "长".repeat(5_000)))
                        .status())
                .isEqualTo(201);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\\u0000b", "a\\ud800"})
    void whatNoStoreCanHoldIsRefusedAndToldWhy(String escaped) {
        try (Socket socket = Socket.join(open, applicant, 0)) {
            socket.sayText("{\"type\":\"post\",\"clientMsgId\":\"1\",\"text\":\"" + escaped + "\"}");

            assertThat(socket.closed()).isEqualTo(4422);
            assertThat(socket.problems()).first().asString().startsWith("text.");
        }
        assertThat(open.entries(open.judge())).isEmpty();
    }

    private static JsonNode posted(Socket socket, int count) {
        await().atMost(SOON)
                .until(() -> socket.of("posted").size() == count
                        || !socket.problems().isEmpty());
        assertThat(socket.problems()).isEmpty();
        return socket.of("posted").getLast();
    }
}
