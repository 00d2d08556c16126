package court.interaction.agent;

import static org.assertj.core.api.Assertions.assertThat;

import court.interaction.Courthouse;
import court.interaction.Courthouse.OpenCase;
import court.platform.support.Caller;
import court.platform.support.Caller.Answer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** A room in which people ask to act for its parties. */
abstract class AgentedRoom {

    static final Duration FIVE_SECONDS = Duration.ofSeconds(5);
    static final Map<String, String> LAWYER = Map.of(
            "partyIds", "a1", "kind", "LAWYER", "name", "金丝雀律师", "firm", "演示律师事务所", "licence", "13101202010000001");

    final OpenCase open = Courthouse.openCase();
    final Caller judge = open.judge();
    final Caller lawyer = open.party("lawyer");

    String path(String agent, String act) {
        return open.path("/agents/" + agent + "/" + act);
    }

    Answer approve(String agent) {
        return judge.post(path(agent, "approval"), Map.of());
    }

    JsonNode mine(Caller who) {
        return who.get(open.path("/agents")).json().get(0);
    }

    String ask(Caller who, Map<String, String> other) {
        Answer asked = apply(who, other);
        assertThat(asked.status())
                .as(new String(asked.body(), StandardCharsets.UTF_8))
                .isEqualTo(201);
        return asked.json().get("agentId").asString();
    }

    Answer apply(Caller who, Map<String, String> other) {
        Map<String, String> fields = new HashMap<>(LAWYER);
        fields.putAll(other);
        return who.upload(open.path("/agents"), "委托书.txt", letter(), fields);
    }

    static byte[] letter() {
        return "授权委托书".getBytes(StandardCharsets.UTF_8);
    }
}
