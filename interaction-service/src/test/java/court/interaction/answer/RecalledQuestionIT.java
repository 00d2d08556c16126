package court.interaction.answer;

import static org.assertj.core.api.Assertions.assertThat;

import court.interaction.Courthouse;
import court.interaction.Courthouse.OpenCase;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A party does not wait for the answer to what it took back. */
class RecalledQuestionIT {

    private final OpenCase open = Courthouse.openCase();

    @Test
    void whatAPartyTookBackWaitsNoMore() {
        UUID asked = ask("a1", "请问何时查询？");
        ask("a2", "我也想知道。");

        recall("a1", asked);

        assertThat(waiting()).extracting(it -> it.get("partyId").asString()).containsExactly("a2");
    }

    @Test
    void whatElseItWroteWaitsFromItsOwnTime() {
        UUID answered = ask("a1", "请问立案了吗？");
        open.judge().post(open.path("/messages"), Map.of("text", "已立案。"));
        UUID first = ask("a1", "请问何时查询？");
        ask("a2", "我也想知道。");
        UUID second = ask("a1", "请问由谁查询？");
        UUID third = ask("a1", "请尽快答复。");
        Courthouse.execute("update unanswered set overdue_told = true where case_id = '" + open.id() + "'");

        recall("a1", answered);
        mustWait(first, third, 3);
        recall("a1", third);
        mustWait(first, second, 2);
        assertThat(overdueTold()).isEqualTo("t");
        recall("a1", first);
        mustWait(second, second, 1);
        assertThat(overdueTold()).as("nobody was told of the second").isEqualTo("f");
        recall("a1", second);
        assertThat(waiting()).extracting(it -> it.get("partyId").asString()).containsExactly("a2");
    }

    @Test
    void aCorrectionIsNoQuestionOfItsOwn() {
        UUID asked = ask("a1", "请问何时查询？");
        UUID other = ask("a1", "请问由谁查询？");
        assertThat(open.party("a1")
                        .post(open.path("/messages/" + other + "/correct"), Map.of("text", "由哪位查询？", "reason", "措辞"))
                        .status())
                .isEqualTo(201);

        recall("a1", asked);
        mustWait(other, other, 1);
        recall("a1", other);
        assertThat(waiting()).isEmpty();
    }

    private UUID ask(String party, String words) {
        return UUID.fromString(open.party(party)
                .post(open.path("/messages"), Map.of("text", words, "audience", List.of("COURT")))
                .json()
                .get("messageId")
                .asString());
    }

    private void recall(String party, UUID messageId) {
        assertThat(open.party(party)
                        .post(open.path("/messages/" + messageId + "/recall"), Map.of())
                        .status())
                .isEqualTo(201);
    }

    /** With the time at which the first of them was written. */
    private void mustWait(UUID first, UUID last, int messages) {
        JsonNode waiting = waiting().stream()
                .filter(it -> it.get("partyId").asString().equals("a1"))
                .findFirst()
                .orElseThrow();
        Instant askedAt = Instant.parse(waiting.get("askedAt").asString());
        assertThat(waiting.get("firstMessageId").asString()).isEqualTo(first.toString());
        assertThat(waiting.get("lastMessageId").asString()).isEqualTo(last.toString());
        assertThat(waiting.get("messages").asInt()).isEqualTo(messages);
        assertThat(Courthouse.rows("select posted_at = '" + askedAt + "' from message where id = '" + first + "'"))
                .containsExactly("t");
    }

    /** The judge has other cases too: all pages are read. */
    private List<JsonNode> waiting() {
        List<JsonNode> own = new ArrayList<>();
        String next = "";
        do {
            JsonNode page = open.judge()
                    .get("/api/v1/rooms/unanswered?limit=100" + next)
                    .json();
            page.get("items")
                    .valueStream()
                    .filter(it -> it.get("caseId").asString().equals(open.id().toString()))
                    .forEach(own::add);
            next = page.hasNonNull("nextCursor")
                    ? "&cursor=" + page.get("nextCursor").asString()
                    : "";
        } while (!next.isEmpty());
        return own;
    }

    private String overdueTold() {
        return Courthouse.rows(
                        "select overdue_told from unanswered where party_id = 'a1' and case_id = '" + open.id() + "'")
                .getFirst();
    }
}
