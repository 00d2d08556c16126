package court.interaction.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import court.interaction.stream.Content;
import court.interaction.stream.Content.Attachment;
import court.interaction.stream.Content.Words;
import court.interaction.stream.Message;
import court.interaction.stream.Ties;
import court.platform.contract.Fact;
import court.platform.contract.FileRef;
import court.platform.contract.InteractionEvent.MessagePosted;
import court.platform.json.Secret;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SayingTest {

    private static final FileRef FILE =
            new FileRef(UUID.randomUUID().toString(), "text/plain", 3, "a".repeat(64), "b".repeat(64));

    @Test
    void lengthIsCountedInCharactersAsPeopleSeeThem() {
        assertThatCode(() -> words("𠮷".repeat(5_000)).check()).doesNotThrowAnyException();
        assertRefused(
                words("𠮷".repeat(5_001)),
                MessageRefusal.TEXT_TOO_LONG.because(5_000).detail());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n\t"})
    void blankWordsSayNothing(String text) {
        assertRefused(words(text), MessageRefusal.TEXT_MISSING.detail());
        assertRefused(words(null), MessageRefusal.TEXT_MISSING.detail());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "with blank", "编号"})
    void anIdThatIsNoPlainTextIsNotTaken(String id) {
        assertRefused(new Saying("好", null, id, null, null), MessageRefusal.CLIENT_ID_UNUSABLE.detail());
    }

    @Test
    void aMessageIsToldSealedToItsAudience() {
        Message message = message(new Words(new Secret("a1", "好")));

        assertThat(Saying.told(message))
                .isEqualTo(Fact.to(
                        List.of("a1", "r1"),
                        new MessagePosted(message.id().toString(), "a1", new Secret("a1", "好"), null)));
    }

    @Test
    void aFileIsToldWithItsFingerprintsAndSealedName() {
        Message message = message(new Attachment(FILE, new Secret("a1", "收据.txt"), null));

        assertThat(Saying.told(message))
                .isEqualTo(Fact.to(
                                List.of("a1", "r1"),
                                new MessagePosted(message.id().toString(), "a1", null, new Secret("a1", "收据.txt")))
                        .with(List.of(FILE)));
    }

    @Test
    void theSameWordsAgainAreARepetitionOthersAreNot() {
        Message first = message(new Words(new Secret("a1", "好")));

        assertThat(words("好").repeats(first, message(new Words(new Secret("a1", "好")))))
                .isTrue();
        assertThat(words("不").repeats(first, message(new Words(new Secret("a1", "不")))))
                .isFalse();
        assertThat(words("好")
                        .repeats(first, message(new Attachment(FILE, new Secret("a1", "n"), new Secret("a1", "好")))))
                .isFalse();
    }

    private static Saying words(@Nullable String text) {
        return new Saying(text, null, "1", null, null);
    }

    private static Message message(Content content) {
        return new Message(
                UUID.randomUUID(),
                UUID.randomUUID(),
                "a1",
                "APPLICANT",
                Instant.parse("2026-03-02T01:00:00Z"),
                content,
                List.of("a1", "r1"),
                "1",
                Ties.NONE);
    }

    private static void assertRefused(Saying saying, String detail) {
        assertThatThrownBy(saying::check).hasMessage(detail);
    }
}
