package court.deploy.acceptance;

import static court.deploy.acceptance.Platform.HTTP;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The API as it is, is the API as it is written down. {@code deploy/openapi} writes it down anew. */
class OpenApiIT {

    private static final Path WRITTEN = Path.of("..", "..", "docs", "api");
    private static final JsonMapper ORDERED = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS, SerializationFeature.INDENT_OUTPUT)
            .build();
    private static JsonNode served;

    @BeforeAll
    static void begin() throws IOException {
        served = Retrying.until(() -> HTTP.get("", "/api/v1/openapi.json")).ok().json();
        if (Boolean.getBoolean("court.openapi.write")) {
            Files.createDirectories(WRITTEN);
            Files.writeString(WRITTEN.resolve("openapi.json"), ordered(served));
            Files.writeString(WRITTEN.resolve("problems.md"), problems(served));
        }
    }

    @Test
    void theDescriptionServedIsTheOneWrittenDown() throws IOException {
        assertThat(served.path("openapi").asString()).startsWith("3.1");
        assertThat(served.path("paths")).hasSizeGreaterThan(20);
        assertThat(ordered(served)).isEqualTo(Files.readString(WRITTEN.resolve("openapi.json")));
    }

    @Test
    void everyProblemCodeIsInTheTable() throws IOException {
        assertThat(served.path("x-problem-codes")).hasSizeGreaterThan(30);
        assertThat(problems(served)).isEqualTo(Files.readString(WRITTEN.resolve("problems.md")));
    }

    @Test
    void whatIsForServicesOnlyIsNotDescribed() {
        assertThat(served.path("paths").propertyStream().map(java.util.Map.Entry::getKey))
                .allMatch(path -> path.startsWith("/api/v1/"));
    }

    private static String ordered(JsonNode description) {
        return ORDERED.writeValueAsString(ORDERED.treeToValue(description, Object.class)) + "\n";
    }

    private static String problems(JsonNode description) {
        String head = """
                # Problem codes

                Every refusal is a problem (RFC 9457) with one of these codes in `code`; codes are stable. `%s` stands for a value.

                | code | status | what people are told |
                |---|---|---|
                """;
        return description
                .path("x-problem-codes")
                .valueStream()
                .map(it -> "| `%s` | %d | %s |\n"
                        .formatted(
                                it.path("code").asString(),
                                it.path("status").asInt(),
                                it.path("detail").asString().replace("|", "\\|")))
                .sorted()
                .collect(Collectors.joining("", head, ""));
    }
}
