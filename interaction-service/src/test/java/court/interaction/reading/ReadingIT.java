package court.interaction.reading;

import static org.assertj.core.api.Assertions.assertThat;

import court.interaction.Courthouse;
import court.interaction.Courthouse.OpenCase;
import court.platform.support.Caller;
import court.platform.support.Caller.Answer;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ReadingIT {

    private static final JsonMapper JSON = new JsonMapper();

    private final OpenCase open = Courthouse.openCase();
    private final Caller a2 = open.party("a2");

    @Test
    void whatOthersSentIsUnreadUntilItIsRead() throws Exception {
        open.say(1);
        open.say(2);
        a2.post(open.path("/messages"), Map.of("text", "自己发的"));

        assertThat(unread(a2)).isEqualTo(2);
        assertThat(mine(a2).toString()).isEqualTo("{\"reader\":\"a2\",\"read\":0,\"last\":3,\"unread\":2}");
        assertThat(read(a2, 1).json().get("mine").get("unread").asLong()).isEqualTo(1);
        assertThat(unread(a2)).isEqualTo(1);
        assertThat(read(a2, 3).status()).isEqualTo(200);
        assertThat(unread(a2)).isZero();
        assertThat(unread(open.judge())).as("the court's own are apart").isEqualTo(3);
        assertThat(unread(open.party("a1"))).as("others read for themselves").isEqualTo(1);
    }

    @Test
    void aPositionNeverGoesBackAndNeverBeyondTheStream() throws Exception {
        open.say(1);
        open.say(2);
        read(a2, 2);

        assertThat(read(a2, 1).json().get("mine").get("read").asLong()).isEqualTo(2);
        assertThat(read(a2, 3).code()).isEqualTo("reading.not_reached");
        assertThat(read(a2, 0).code()).isEqualTo("reading.not_reached");
        assertThat(put(a2, "{}").code()).isEqualTo("edge.missing_value");
        assertThat(put(a2, "{\"seq\":1,\"reader\":\"a1\"}").code()).isEqualTo("access.not_yours");
        assertThat(put(open.party("r1"), "{\"seq\":1}").code()).isEqualTo("access.not_yours");
        assertThat(mine(a2).get("read").asLong()).isEqualTo(2);
    }

    @Test
    void onlyTheCourtSeesWhoHasReadUpToWhere() throws Exception {
        open.say(1);
        read(a2, 1);
        read(open.judge(), 1);

        JsonNode seen = open.judge().get(open.path("/read")).json().get("receipts");

        assertThat(seen.findValuesAsString("memberId")).containsExactlyInAnyOrder("a2", "judge-1");
        assertThat(seen.toString()).doesNotContain(open.key("a2"));
        assertThat(a2.get(open.path("/read")).json().has("receipts")).isFalse();
    }

    @Test
    void thatSomethingWasReadIsOnRecordOnceAnHour() throws Exception {
        open.say(1);
        open.say(2);
        read(a2, 1);
        read(a2, 2);
        read(a2, 2);

        assertThat(Courthouse.rows("select kind from outbox where type = 'ProtectedDataViewed' and body like '%stream%'"
                        + " and case_id = '" + open.id() + "'"))
                .isEqualTo(List.of("ACCESS"));
    }

    private JsonNode mine(Caller caller) {
        return caller.get(open.path("/read")).json().get("mine");
    }

    private long unread(Caller caller) {
        return caller.get("/api/v1/cases?limit=100")
                .json()
                .get("items")
                .valueStream()
                .filter(it -> it.get("id").asString().equals(open.id().toString()))
                .findFirst()
                .orElseThrow()
                .get("unread")
                .asLong();
    }

    private Answer read(Caller caller, long seq) throws IOException, InterruptedException {
        return put(caller, JSON.writeValueAsString(Map.of("seq", seq)));
    }

    private Answer put(Caller caller, String body) throws IOException, InterruptedException {
        var answer = Caller.http()
                .send(
                        caller.request(open.path("/read"), "Content-Type", "application/json")
                                .PUT(BodyPublishers.ofString(body))
                                .build(),
                        BodyHandlers.ofByteArray());
        return new Answer(answer.statusCode(), answer.body(), answer.headers().map());
    }
}
