package court.interaction.message;

import static org.assertj.core.api.Assertions.assertThat;

import court.interaction.Courthouse;
import court.interaction.Courthouse.OpenCase;
import court.platform.support.Caller;
import court.platform.support.Caller.Answer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Answers to messages, and members who are asked to look. */
class ReplyIT {

    private final OpenCase open = Courthouse.openCase();

    @Test
    void anAnswerNamesWhatItAnswersAndGoesToWhoHasThat() {
        open.release("r1");
        String first = id(say(open.party("a1"), "已付一半", Map.of("audience", List.of("COURT"))));

        Answer answer = say(open.judge(), "请上传凭证", Map.of("replyTo", first));

        assertThat(answer.status()).as(answer.code()).isEqualTo(201);
        for (Caller reader : List.of(open.judge(), open.party("a1"))) {
            JsonNode entry = open.entries(reader).getLast();
            assertThat(entry.get("replyTo").asString()).isEqualTo(first);
            assertThat(entry.get("audience").valueStream().map(JsonNode::asString))
                    .containsExactly("a1");
        }
        assertThat(texts(open.party("a2"))).isEmpty();
        assertThat(texts(open.party("r1"))).isEmpty();
    }

    @Test
    void anAnswerToWhoHasNotGotTheFirstIsRefused() {
        open.release("r1");
        String first = id(say(open.party("a1"), "只给法院", Map.of("audience", List.of("COURT"))));

        assertThat(say(open.judge(), "答复", Map.of("replyTo", first, "audience", List.of("a1", "r1")))
                        .code())
                .isEqualTo("message.reply_too_wide");
        assertThat(texts(open.party("r1"))).isEmpty();
    }

    @Test
    void whatOneHasNotGotAndWhatIsNotThereAreTheSame() {
        String hidden = id(say(open.judge(), "合议", Map.of("audience", List.of("COURT"))));

        Answer guessed = say(open.party("a1"), "是这条吗", Map.of("replyTo", hidden));
        Answer invented = say(
                open.party("a1"), "是这条吗", Map.of("replyTo", UUID.randomUUID().toString()));
        OpenCase other = Courthouse.openCase();
        Answer foreign = other.party("a1").post(other.path("/messages"), Map.of("text", "是这条吗", "replyTo", hidden));

        assertThat(guessed.code()).isEqualTo("message.reply_unknown");
        assertThat(invented.json().get("detail")).isEqualTo(guessed.json().get("detail"));
        assertThat(foreign.code()).isEqualTo("message.reply_unknown");
        assertThat(say(open.party("a1"), "是这条吗", Map.of("replyTo", "x")).code()).isEqualTo("edge.wrong_value");
    }

    @Test
    void whoMayReadMayBeMentioned() {
        Answer both = say(open.party("a1"), "请看", Map.of("mentions", List.of("a2", "judge-1", "a2")));
        assertThat(both.status()).as(both.code()).isEqualTo(201);

        assertThat(open.entries(open.party("a2"))
                        .getLast()
                        .get("mentions")
                        .valueStream()
                        .map(JsonNode::asString))
                .containsExactly("a2", "judge-1");
        assertThat(Courthouse.rows("select body::json -> 'data' ->> 'mentions' from outbox where type = 'MessagePosted'"
                        + " and case_id = '" + open.id() + "'"))
                .containsExactly("[\"a2\",\"judge-1\"]");
    }

    @Test
    void whoCannotReadAndWhoDoesNotExistCannotBeMentioned() {
        for (String whom : List.of("r1", "nobody", "judge-2", "")) {
            assertThat(say(open.party("a1"), "请看", Map.of("mentions", List.of(whom)))
                            .code())
                    .isEqualTo("message.mention_cannot_read");
        }
        assertThat(say(open.party("a1"), "请看", Map.of("mentions", List.of("a2"), "audience", List.of("COURT")))
                        .code())
                .isEqualTo("message.mention_cannot_read");
        assertThat(say(open.party("a1"), "请看", Map.of("mentions", java.util.Collections.nCopies(51, "a2")))
                        .code())
                .isEqualTo("message.too_many_mentions");
        assertThat(texts(open.judge())).isEmpty();
    }

    @Test
    void theSenderSOwnIdStandsForTheAnswerToo() {
        String first = id(say(open.judge(), "请答复", Map.of()));
        String second = id(say(open.judge(), "请再答复", Map.of()));
        Answer one = say(open.party("a1"), "好", Map.of("replyTo", first, "clientMsgId", "c-1"));

        assertThat(say(open.party("a1"), "好", Map.of("replyTo", first, "clientMsgId", "c-1"))
                        .json())
                .isEqualTo(one.json());
        assertThat(say(open.party("a1"), "好", Map.of("replyTo", second, "clientMsgId", "c-1"))
                        .code())
                .isEqualTo("message.client_id_reused");
    }

    private Answer say(Caller by, String text, Map<String, Object> more) {
        Map<String, Object> body = new HashMap<>(more);
        body.put("text", text);
        return by.post(open.path("/messages"), body);
    }

    private static String id(Answer answer) {
        assertThat(answer.status()).as(answer.code()).isEqualTo(201);
        return answer.json().get("messageId").asString();
    }

    private List<String> texts(Caller caller) {
        return open.entries(caller).stream()
                .filter(it -> it.has("text"))
                .map(it -> it.get("text").asString())
                .toList();
    }
}
