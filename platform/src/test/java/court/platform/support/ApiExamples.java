package court.platform.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * The examples of a service's API description, as files, and what the description makes of them. {@code -Dcourt.examples.write=true}
 * writes answers as they came.
 */
public final class ApiExamples {

    private static final Path FOLDER = Path.of("src/main/resources/court/openapi");
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private ApiExamples() {}

    /** What the example sends, as JSON. */
    public static String request(String operation) {
        return read(operation).path("request").toString();
    }

    /** What the example sends as a form; {@code file} is the name of its file. */
    public static Map<String, String> form(String operation) {
        return read(operation)
                .path("request")
                .propertyStream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, it -> it.getValue().asString(), (one, other) -> one, LinkedHashMap::new));
    }

    /** The events (WHATWG HTML §9.2) are of the example's form: the same lines in the same order, data with the same fields. */
    public static void eventsMustBeTrue(String operation, String events) {
        if (Boolean.getBoolean("court.examples.write")) {
            write(operation, StringNode.valueOf(events));
        }
        assertThat(lines(events))
                .as(operation)
                .isNotEmpty()
                .isEqualTo(lines(read(operation).path("answer").asString("")));
    }

    private static List<Object> lines(String events) {
        return events.lines()
                .<Object>map(line -> line.startsWith("data:")
                        ? fields(JSON.readTree(line.substring("data:".length())))
                        : line.replaceFirst("(?<=^id:).*", ""))
                .toList();
    }

    /** The answer has the fields of the example's, and the example those of the answer. */
    public static void mustBeTrue(String operation, int status, JsonNode answer) {
        assertThat(status).as(operation + " " + answer).isBetween(200, 299);
        if (Boolean.getBoolean("court.examples.write")) {
            write(operation, answer);
        }
        assertThat(fields(answer))
                .as(operation)
                .isEqualTo(fields(read(operation).path("answer")));
    }

    /** The operations below a path that take or give JSON, a form or events and have no example of it. */
    public static List<String> missing(JsonNode description, String below) {
        return description
                .path("paths")
                .propertyStream()
                .filter(path -> path.getKey().startsWith(below))
                .flatMap(path -> path.getValue()
                        .propertyStream()
                        .filter(it -> lacks(it.getValue()))
                        .map(it -> it.getKey() + " " + path.getKey()))
                .toList();
    }

    /** Fields of the examples that the description does not know. */
    public static List<String> unknown(JsonNode description) {
        return description.path("paths").findParents("example").stream()
                .flatMap(it -> unknown(description, it.path("schema"), it.path("example")))
                .toList();
    }

    private static Stream<String> unknown(JsonNode whole, JsonNode schema, JsonNode example) {
        List<JsonNode> known = parts(whole, schema).toList();
        if (example.isArray()) {
            JsonNode items = known.getFirst().path("items");
            return example.valueStream().flatMap(it -> unknown(whole, items, it));
        }
        if (known.stream().anyMatch(it -> it.has("additionalProperties"))) {
            return Stream.of();
        }
        return example.propertyStream()
                .flatMap(field -> known.stream()
                        .map(it -> it.path("properties").path(field.getKey()))
                        .filter(it -> !it.isMissingNode())
                        .findFirst()
                        .map(it -> unknown(whole, it, field.getValue()))
                        .orElse(Stream.of(field.getKey())));
    }

    /** A schema with all that it may be or consists of. */
    private static Stream<JsonNode> parts(JsonNode whole, JsonNode schema) {
        JsonNode own =
                schema.has("$ref") ? whole.at(schema.path("$ref").asString().substring(1)) : schema;
        return Stream.concat(
                Stream.of(own),
                Stream.of("oneOf", "allOf")
                        .flatMap(it -> own.path(it).valueStream())
                        .flatMap(it -> parts(whole, it)));
    }

    private static boolean lacks(JsonNode operation) {
        boolean unasked = operation.at("/requestBody/content").valueStream().anyMatch(it -> !it.has("example"));
        boolean unanswered = operation
                .path("responses")
                .propertyStream()
                .filter(it -> Set.of("200", "201").contains(it.getKey()))
                .flatMap(it -> it.getValue().path("content").valueStream())
                .anyMatch(it -> it.has("schema")
                        && !it.at("/schema/format").asString("").equals("binary")
                        && !it.has("example"));
        return unanswered || unasked;
    }

    private static ObjectNode read(String operation) {
        try {
            Path file = file(operation);
            return Files.exists(file) ? JSON.readTree(Files.readAllBytes(file)).asObject() : JSON.createObjectNode();
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
