package court.filing.filing;

import static org.assertj.core.api.Assertions.assertThat;

import court.filing.filing.Http.Answer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The examples of the API description, as files. {@code -Dcourt.examples.write=true} writes answers as they came. */
final class ApiExamples {

    static final Path FOLDER = Path.of("src/main/resources/court/openapi");
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private ApiExamples() {}

    static String request(String operation) {
        return read(operation).path("request").toString();
    }

    /** The answer has the fields of the example's, and the example those of the answer. */
    static Answer same(String operation, Answer answer) {
        assertThat(answer.status())
                .as(operation + " " + answer.response().body())
                .isBetween(200, 299);
        if (Boolean.getBoolean("court.examples.write")) {
            write(operation, answer.body());
        }
        assertThat(fields(answer.body()))
                .as(operation)
                .isEqualTo(fields(read(operation).path("answer")));
        return answer;
    }

    private static ObjectNode read(String operation) {
        try {
            return JSON.readTree(Files.readAllBytes(file(operation))).asObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(String operation, JsonNode answer) {
        try {
            ObjectNode example = read(operation);
            example.set("answer", answer);
            Files.writeString(file(operation), JSON.writeValueAsString(example) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path file(String operation) {
        return FOLDER.resolve(operation + ".json");
    }

    /** Where values stand, whatever they are; elements of a list are taken together. */
    private static Set<String> fields(JsonNode node) {
        Set<String> found = new TreeSet<>();
        fields("", node).forEach(found::add);
        return found;
    }

    private static Stream<String> fields(String at, JsonNode node) {
        if (node.isObject()) {
            return node.propertyStream().flatMap(it -> fields(at + "/" + it.getKey(), it.getValue()));
        }
        return node.isArray() && !node.isEmpty()
                ? node.valueStream().flatMap(it -> fields(at + "/-", it))
                : Stream.of(at);
    }
}
