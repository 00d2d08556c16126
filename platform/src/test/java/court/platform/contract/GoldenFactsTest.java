package court.platform.contract;

import static org.assertj.core.api.Assertions.assertThat;

import court.platform.json.CanonicalJson;
import court.platform.json.SealedJson;
import court.platform.support.TestJson;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The wire contract: one golden sample per fact, and a list of fields that may only grow. */
class GoldenFactsTest {

    private static final UUID CASE = UUID.fromString("01930000-0000-7000-8000-000000000001");
    private static final String FACT = "01930000-0000-7000-8000-0000000000ff";

    @TempDir
    Path keys;

    private SealedJson json;

    @BeforeEach
    void json() {
        json = TestJson.sealed(keys);
    }

    static Stream<CourtEvent> samples() {
        return FactSamples.all().stream();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void everyFactIsWrittenAsItsGoldenSample(CourtEvent event) throws IOException {
        String written = masked(CanonicalJson.of(json.write(event, CASE, FACT)));

        assertThat(written).isEqualTo(resource("contract/" + event.getClass().getSimpleName() + ".json"));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void everyFactIsReadAsItWasWritten(CourtEvent event) {
        assertThat(json.read(json.write(event, CASE, FACT), event.getClass(), CASE, FACT))
                .isEqualTo(event);
    }

    @ParameterizedTest
    @MethodSource("samples")
    void aFieldFromALaterVersionIsPassedOver(CourtEvent event) {
        String later = json.write(event, CASE, FACT).replaceFirst("\\{", "{\"inventedLater\":1,");

        assertThat(json.read(later, event.getClass(), CASE, FACT)).isEqualTo(event);
    }

    @Test
    void noFactIsWithoutASample() {
        assertThat(FactSamples.all().stream().map(it -> it.getClass().getSimpleName()))
                .containsExactlyInAnyOrderElementsOf(EventTypes.all().keySet());
    }

    /** Each line of fields.txt was once spoken: none may go or change its type. New fields are added to the file. */
    @Test
    void theContractOnlyGrows() throws IOException {
        List<String> now = EventTypes.all().values().stream()
                .flatMap(GoldenFactsTest::fields)
                .sorted()
                .toList();

        assertThat(now).isEqualTo(resource("contract/fields.txt").lines().toList());
    }

    private static Stream<String> fields(Class<?> type) {
        return Arrays.stream(type.getRecordComponents())
                .map(field -> type.getSimpleName() + "." + field.getName() + ": " + typeName(field));
    }

    private static String typeName(RecordComponent field) {
        return field.getGenericType().getTypeName().replaceAll("[a-z]+\\.", "").replace('$', '.');
    }

    /** Ciphertext differs each time; what stays is that it is there, and whose key it needs. */
    private static String masked(String text) {
        return text.replaceAll("\"AES1\\.([A-Za-z0-9-]+)\\.[A-Za-z0-9_-]+\"", "\"AES1.$1.*\"");
    }

    private static String resource(String name) throws IOException {
        try (var stream =
                Objects.requireNonNull(GoldenFactsTest.class.getClassLoader().getResourceAsStream(name), name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8).strip();
        }
    }
}
