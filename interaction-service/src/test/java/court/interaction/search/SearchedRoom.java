package court.interaction.search;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import court.interaction.Courthouse;
import court.interaction.Courthouse.OpenCase;
import court.platform.support.Caller;
import court.platform.support.Caller.Answer;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** A room whose people say something and look for it. */
abstract class SearchedRoom {

    final OpenCase open = Courthouse.openCase();
    final Caller sender = open.party("a1");

    String say(Caller by, String text, String... audience) {
        Map<String, Object> body =
                audience.length == 0 ? Map.of("text", text) : Map.of("text", text, "audience", List.of(audience));
        Answer said = by.post(open.path("/messages"), body);
        assertThat(said.status()).as(said.code()).isEqualTo(201);
        return said.json().get("messageId").asString();
    }

    void correct(String id, String text, String reason) {
        Answer corrected =
                sender.post(open.path("/messages/" + id + "/correct"), Map.of("text", text, "reason", reason));
        assertThat(corrected.status()).as(corrected.code()).isEqualTo(201);
    }

    Answer search(Caller caller, String... namesAndValues) {
        List<String> query = new ArrayList<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            query.add(namesAndValues[i] + "=" + URLEncoder.encode(namesAndValues[i + 1], UTF_8));
        }
        return caller.get(open.path("/search?" + String.join("&", query)));
    }

    List<String> texts(Caller caller, String... namesAndValues) {
        return texts(search(caller, namesAndValues));
    }

    static List<String> texts(Answer answer) {
        return items(answer).stream().map(it -> it.path("text").asString("-")).toList();
    }

    static JsonNode only(Answer answer) {
        assertThat(items(answer)).hasSize(1);
        return items(answer).getFirst();
    }

    static List<JsonNode> items(Answer answer) {
        assertThat(answer.status()).as(answer.code()).isEqualTo(200);
        return answer.json().get("items").valueStream().toList();
    }
}
