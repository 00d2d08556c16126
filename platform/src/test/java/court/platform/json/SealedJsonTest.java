package court.platform.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import court.platform.files.FileSteps;
import court.platform.vault.DataKeys;
import court.platform.vault.KeyDestroyed;
import court.platform.vault.LocalKeyPort;
import court.platform.vault.SealBroken;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

class SealedJsonTest {

    private static final UUID CASE = UUID.randomUUID();

    @JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME)
    sealed interface Person {
        record Natural(Secret name, Secret phone) implements Person {}

        record Company(Secret name, Optional<String> seat) implements Person {}
    }

    record Statement(Person who, List<Secret> words, Map<String, Secret> marks) {}

    record Dates(Instant at, LocalDate due, Duration term, Optional<String> note, Optional<String> none) {}

    private DataKeys keys;
    private SealedJson json;

    @BeforeEach
    void keys(@TempDir Path folder) {
        keys = new DataKeys(new LocalKeyPort(folder, new FileSteps()), folder, new FileSteps());
        json = new SealedJson(keys);
    }

    private static Statement statement() {
        return new Statement(
                new Person.Natural(new Secret("p1", "张某"), new Secret("p1", "13800000000")),
                List.of(new Secret("p1", "我已付清"), new Secret("p2", "我未收到")),
                Map.of("a/b~c", new Secret("p2", "旁注")));
    }

    @Test
    void secretsAreSealedInPlaceAndComeBack() {
        String text = json.write(statement(), CASE, "fact-1");

        assertThat(text).doesNotContain("张某", "13800000000", "我已付清", "旁注");
        assertThat(text).contains("\"who\":{\"@type\":\"Natural\",\"name\":{\"sealed\":\"AES1.p1.");
        assertThat(json.read(text, Statement.class, CASE, "fact-1")).isEqualTo(statement());
    }

    @Test
    void theOrderOfFieldsDoesNotMatter() {
        JsonMapper plain = JsonMapper.shared();
        Map<?, ?> tree = plain.readValue(json.write(statement(), CASE, "fact-1"), Map.class);
        Map<?, ?> who = (Map<?, ?>) tree.get("who");
        String typeLast = plain.writeValueAsString(Map.of("words", tree.get("words"), "marks", tree.get("marks")))
                .replaceFirst(
                        "}$",
                        ",\"who\":{\"phone\":" + plain.writeValueAsString(who.get("phone")) + ",\"name\":"
                                + plain.writeValueAsString(who.get("name")) + ",\"@type\":\"Natural\"}}");

        assertThat(json.read(typeLast, Statement.class, CASE, "fact-1")).isEqualTo(statement());
    }

    @Test
    void aSealedValueMovedToAnotherFieldDoesNotOpen() {
        String text = json.write(statement(), CASE, "fact-1");

        String moved = text.replace("\"name\":", "\"x\":")
                .replace("\"phone\":", "\"name\":")
                .replace("\"x\":", "\"phone\":");

        assertThatThrownBy(() -> json.read(moved, Statement.class, CASE, "fact-1"))
                .isInstanceOf(SealBroken.class);
    }

    @Test
    void aSealedValueMovedToAnotherFactOrCaseDoesNotOpen() {
        String text = json.write(statement(), CASE, "fact-1");
        UUID otherCase = UUID.randomUUID();
        json.write(statement(), otherCase, "fact-1");

        assertThatThrownBy(() -> json.read(text, Statement.class, CASE, "fact-2"))
                .isInstanceOf(SealBroken.class);
        assertThatThrownBy(() -> json.read(text, Statement.class, otherCase, "fact-1"))
                .isInstanceOf(SealBroken.class);
    }

    @Test
    void aSealedValueMovedWithinAListDoesNotOpen() {
        record Words(List<Secret> words) {}
        String text = json.write(new Words(List.of(new Secret("p1", "一"), new Secret("p1", "二"))), CASE, "fact-1");
        String swapped = text.replaceFirst("\\[(\\{.*?}),(\\{.*?})]", "[$2,$1]");

        assertThat(swapped).isNotEqualTo(text);
        assertThatThrownBy(() -> json.read(swapped, Words.class, CASE, "fact-1"))
                .isInstanceOf(SealBroken.class);
    }

    @Test
    void clearTextWhereASealBelongsIsRefused() {
        assertThatThrownBy(() -> json.read("{\"@type\":\"Natural\",\"name\":\"张某\"}", Person.class, CASE, "fact-1"))
                .isInstanceOf(JacksonException.class)
                .hasMessageContaining("clear text");
    }

    @Test
    void afterDestructionTheRestStillReadsAndCanBeWrittenAgain() {
        String text = json.write(statement(), CASE, "fact-1");
        keys.destroy(CASE, "p1");

        Statement read = json.read(text, Statement.class, CASE, "fact-1");
        Statement again = json.read(json.write(read, CASE, "fact-1"), Statement.class, CASE, "fact-1");

        assertThat(read.words().getFirst().reveal()).isEqualTo("（已依法删除）");
        assertThat(read.words().getFirst().destroyed()).isTrue();
        assertThat(read.words().getLast().reveal()).isEqualTo("我未收到");
        assertThat(read.words().getLast().destroyed()).isFalse();
        assertThat(again).isEqualTo(read);
    }

    @Test
    void nothingNewIsSealedForWhoWasDeleted() {
        keys.destroy(CASE, "p1");

        assertThatThrownBy(() -> json.write(statement(), CASE, "fact-1")).isInstanceOf(KeyDestroyed.class);
    }

    @Test
    void anEmptiedSealIsNotTakenForADeletion() {
        String text = json.write(statement(), CASE, "fact-1").replaceAll("AES1\\.p2\\.[^\"]*", "AES1.p2.");

        assertThatThrownBy(() -> json.read(text, Statement.class, CASE, "fact-1"))
                .isInstanceOf(SealBroken.class);
    }

    @Test
    void somethingThatOnlyLooksSealedIsNotWritten() {
        assertThatThrownBy(() -> json.write(Map.of("sealed", "AES1.p1.AAAA"), CASE, "fact-1"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void timesAreIsoTextAndWhatIsEmptyIsLeftOut() {
        Dates dates = new Dates(
                Instant.parse("2020-02-03T01:02:03.000004Z"),
                LocalDate.of(2020, 2, 3),
                Duration.ofDays(7),
                Optional.of("x"),
                Optional.empty());

        String text = json.write(dates, CASE, "a");

        assertThat(text)
                .isEqualTo(
                        "{\"at\":\"2020-02-03T01:02:03.000004Z\",\"due\":\"2020-02-03\",\"term\":\"PT168H\",\"note\":\"x\"}");
        assertThat(json.read(text, Dates.class, CASE, "a")).isEqualTo(dates);
        assertThat(json.read(text.replaceFirst("}", ",\"later\":1}"), Dates.class, CASE, "a"))
                .as("a field of a later version")
                .isEqualTo(dates);
    }

    @Test
    void aSealedInterfaceAtTheTopKeepsItsType() {
        Person company = new Person.Company(new Secret("p3", "演示置业有限公司"), Optional.empty());

        assertThat(json.read(json.write(company, CASE, "a"), Person.class, CASE, "a"))
                .isEqualTo(company);
    }

    @Test
    void everyOtherMapperFailsOnASecret() {
        Secret secret = new Secret("p1", "张某");
        var older = new com.fasterxml.jackson.databind.ObjectMapper();

        assertThatThrownBy(() -> JsonMapper.shared().writeValueAsString(secret)).hasMessageContaining("SealedJson");
        assertThatThrownBy(() -> JsonMapper.shared().writeValueAsString(statement()))
                .hasMessageContaining("SealedJson");
        assertThatThrownBy(() -> older.writeValueAsString(secret)).hasMessageContaining("SealedJson");
        assertThatThrownBy(() -> JsonMapper.shared().readValue("\"张某\"", Secret.class))
                .hasMessageContaining("SealedJson");
        assertThatThrownBy(() -> JsonMapper.shared().readValue("{\"owner\":\"p1\",\"text\":\"x\"}", Secret.class))
                .hasMessageContaining("SealedJson");
    }

    @Test
    void printingASecretDoesNotShowIt() {
        assertThat(statement().toString()).doesNotContain("张某", "我已付清").contains("Secret[p1]");
    }

    @Test
    void errorsAboutSecretsDoNotShowThem() {
        assertThatThrownBy(() -> JsonMapper.shared().writeValueAsString(statement()))
                .hasMessageNotContaining("张某");
    }
}
