package court.interaction.stream;

import static org.assertj.core.api.Assertions.assertThat;

import court.interaction.stream.Content.Attachment;
import court.interaction.stream.Content.Card;
import court.interaction.stream.Content.Correction;
import court.interaction.stream.Content.Recall;
import court.interaction.stream.Content.Words;
import court.platform.contract.FileRef;
import court.platform.json.SealedJson;
import court.platform.json.Secret;
import court.platform.media.Media;
import court.platform.support.TestJson;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContentStorageTest {

    private static final UUID CASE = UUID.randomUUID();
    private static final FileRef FILE = new FileRef("id", "text/plain", 3, "a".repeat(64), "b".repeat(64));
    private static final List<Content> KINDS = List.of(
            new Words(new Secret("a1", "好")),
            new Attachment(FILE, new Secret("a1", "收据.txt"), null),
            new Attachment(FILE, new Secret("a1", "收据.txt"), new Secret("a1", "请看")),
            new Attachment(
                    FILE,
                    new Secret("a1", "语音.mp3"),
                    null,
                    new Media(2_000L, 3, 4, new Media.Poster("image/png", 5, 6))),
            new Recall(CASE),
            new Correction(CASE, new Secret("a1", "好"), new Secret("a1", "笔误")),
            new Card("AssetQueryAnswered", Map.of("found", 2, "kinds", Map.of("DEPOSIT", 2), "institution", "bank")));

    @TempDir
    Path keys;

    private SealedJson json;

    @BeforeEach
    void keys() {
        json = TestJson.sealed(keys);
    }

    @Test
    void everyKindSurvivesStorage() {
        assertThat(KINDS)
                .allSatisfy(content -> assertThat(
                                json.read(json.write(content, CASE, "place"), Content.class, CASE, "place"))
                        .isEqualTo(content));
        assertThat(KINDS.stream().map(Object::getClass)).contains(Content.class.getPermittedSubclasses());
    }

    @Test
    void storedFormsKeepTheirNamesAndHideWhatWasSaid() {
        assertThat(json.write(KINDS.get(0), CASE, "place"))
                .startsWith("{\"kind\":\"Words\",\"text\":{\"sealed\":\"AES1.a1.");
        assertThat(json.write(KINDS.get(2), CASE, "place"))
                .contains("\"kind\":\"Attachment\"", "\"name\":{\"sealed\":", "\"text\":{\"sealed\":")
                .contains("\"file\":{\"id\":\"id\",\"mediaType\":\"text/plain\",\"size\":3,\"sha256\":", "\"sm3\":")
                .doesNotContain("收据", "请看");
    }

    @Test
    void aCardIsStoredAsItIsShown() {
        assertThat(json.write(new Card("RespondentReleased", Map.of("partyId", "r1")), CASE, "place"))
                .isEqualTo("{\"kind\":\"Card\",\"type\":\"RespondentReleased\",\"body\":{\"partyId\":\"r1\"}}");
    }
}
