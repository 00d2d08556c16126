package court.interaction.card;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Says in {@code docs/api/cards.md} what the schemas say; {@code -Dcourt.examples.write=true} writes it. */
class CardListTest {

    private static final Path WRITTEN = Path.of("../docs/api/cards.md");
    private static final CardSchemas SCHEMAS = CardSchemasTest.schemas();

    @Test
    void theListOfCardsSaysWhatTheSchemasSay() throws IOException {
        String list = HEAD
                + Arrays.stream(CardKind.Group.values())
                        .map(CardListTest::group)
                        .collect(joining());

        if (Boolean.getBoolean("court.examples.write")) {
            Files.writeString(WRITTEN, list);
        }

        assertThat(Files.readString(WRITTEN)).isEqualTo(list);
    }

    private static String group(CardKind.Group group) {
        Stream<CardKind> kinds = SCHEMAS.list().stream().filter(it -> it.group() == group);
        return "\n## " + group + "\n\n| type | card | when | sender | audience | answered by | producer | fields |\n"
                + "|---|---|---|---|---|---|---|---|\n"
                + kinds.map(CardListTest::row).collect(joining());
    }

    private static String row(CardKind kind) {
        JsonNode schema = SCHEMAS.get(kind.type());
        return "| `%s` | %s | %s | %s | %s | %s | %s | %s |\n"
                .formatted(
                        kind.type(),
                        kind.title(),
                        schema.path("description").asString(),
                        kind.sender(),
                        kind.audience(),
                        kind.answers().stream().map(it -> "`" + it + "`").collect(joining(" ")),
                        kind.producer(),
                        fields(schema));
    }

    private static String fields(JsonNode schema) {
        var required =
                schema.path("required").valueStream().map(JsonNode::asString).toList();
        return schema.path("properties")
                .propertyStream()
                .map(it -> "`" + it.getKey() + (required.contains(it.getKey()) ? "" : "?") + "` "
                        + it.getValue().path("title").asString())
                .collect(joining(", "));
    }

    private static final String HEAD = """
            # Cards

            What a room shows besides messages. A card is an entry `{seq, card: {type, factId, time, body}}`; `GET /api/v1/card-schemas` lists the types,
            `GET /api/v1/card-schemas/{type}` gives the JSON Schema (draft 2020-12) of its body, `Terms` beside it what several share. A body holds no field
            that its schema does not name. People stand in it by id, amounts are yuan (CNY) as strings with two decimals, days are in Asia/Shanghai.
            `none yet`: the form is settled, nothing makes the card so far.

            Audience: `COURT` the court alone; `APPLICANTS` and `GIVER` the court and the applicants, or who gave the clue; `CONCERNED` the court and the
            parties whom the fact was told; `PRESENT` everybody in the room. The court of a case reads all of them.

            An approval waits, then is granted or refused by a second person; each step is a card of its own, and a refusal says why.
            """;
}
