package court.interaction.message;

import court.interaction.room.Room;
import court.interaction.stream.Content;
import court.interaction.stream.Content.Attachment;
import court.interaction.stream.Content.Card;
import court.interaction.stream.Content.Words;
import court.interaction.stream.Message;
import court.platform.blob.Uploaded;
import court.platform.contract.Fact;
import court.platform.contract.FileRef;
import court.platform.contract.InteractionEvent.MessagePosted;
import court.platform.json.Secret;
import court.platform.model.Uuid7;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants to say.
 *
 * @param text words; with a file they may be missing
 * @param audience party ids and COURT; null for everybody in the room
 * @param clientMsgId the sender's own id for it
 * @param sender which party it is said for; null for the first
 * @param file a file that was received for it
 */
public record Saying(
        @Nullable String text,
        @Nullable List<String> audience,
        @Nullable String clientMsgId,
        @Nullable String sender,
        @Nullable Uploaded file) {

    private static final int LONGEST = 5_000;

    /** Refuses what could not be said by anybody. */
    void check() {
        if (clientMsgId != null && !clientMsgId.matches("[\\x21-\\x7e]{1,64}")) {
            throw MessageRefusal.CLIENT_ID_UNUSABLE.because();
        }
        if (text == null ? file == null : text.isBlank()) {
            throw MessageRefusal.TEXT_MISSING.because();
        }
        if (text != null && text.codePointCount(0, text.length()) > LONGEST) {
            throw MessageRefusal.TEXT_TOO_LONG.because(LONGEST);
        }
    }

    /** The message this becomes in this room. */
    Message in(Room room, Speaker speaker, Instant now) {
        return new Message(
                Uuid7.at(now),
                room.id(),
                speaker.id(),
                speaker.role(),
                now,
                content(speaker.owner(), now),
                Audience.of(room, speaker, audience),
                clientMsgId);
    }

    private Content content(String owner, Instant now) {
        Secret words = text == null ? null : new Secret(owner, text);
        if (file == null) {
            return new Words(Objects.requireNonNull(words));
        }
        FileRef ref = new FileRef(
                Uuid7.at(now).toString(),
                file.mediaType(),
                file.size(),
                file.digests().sha256(),
                file.digests().sm3());
        return new Attachment(ref, new Secret(owner, file.fileName()), words, file.media());
    }

    /** How it is told: sealed, with its file, to whom it was addressed. */
    static Fact told(Message message) {
        Secret words = message.content().text();
        String id = message.id().toString();
        return switch (message.content()) {
            case Words _ -> Fact.to(message.audience(), new MessagePosted(id, message.sender(), words, null));
            case Attachment it ->
                Fact.to(message.audience(), new MessagePosted(id, message.sender(), words, it.name()))
                        .with(List.of(it.file()));
            case Card _ -> throw new IllegalArgumentException("a card comes from a fact and tells none");
        };
    }

    /** Whether this says again what was said earlier; who is in the room may have changed since. */
    boolean repeats(Message earlier, Message now) {
        return (audience == null || earlier.audience().equals(now.audience()))
                && Objects.equals(earlier.content().text(), now.content().text())
                && Objects.equals(fileDigest(earlier), fileDigest(now));
    }

    private static @Nullable String fileDigest(Message message) {
        return message.content() instanceof Attachment it ? it.file().sha256() : null;
    }
}
