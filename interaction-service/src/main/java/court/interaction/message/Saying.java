package court.interaction.message;

import court.interaction.room.Room;
import court.interaction.stream.Content;
import court.interaction.stream.Content.Attachment;
import court.interaction.stream.Content.Card;
import court.interaction.stream.Content.Correction;
import court.interaction.stream.Content.Recall;
import court.interaction.stream.Content.Words;
import court.interaction.stream.Message;
import court.interaction.stream.Ties;
import court.platform.blob.Uploaded;
import court.platform.contract.Fact;
import court.platform.contract.FileRef;
import court.platform.contract.InteractionEvent.MessagePosted;
import court.platform.json.Secret;
import court.platform.model.Uuid7;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants to say.
 *
 * @param text words; with a file they may be missing
 * @param audience party ids and COURT; null for everybody in the room
 * @param clientMsgId the sender's own id for it
 * @param sender which party it is said for; null for the first
 * @param replyTo a message the sender has
 * @param mentions party ids and staff ids who may read it
 * @param upload a file that came in parts, whole
 * @param file a file that was received for it
 */
public record Saying(
        @Nullable String text,
        @Nullable List<String> audience,
        @Nullable String clientMsgId,
        @Nullable String sender,
        @Nullable UUID replyTo,
        @Nullable List<String> mentions,
        @Nullable UUID upload,
        @Nullable Uploaded file)
        implements Deed {

    private static final int LONGEST = 5_000;
    private static final int MOST_MENTIONS = 50;

    /** Words, or a file that came at once, which refer to nothing. */
    Saying(
            @Nullable String text,
            @Nullable List<String> audience,
            @Nullable String clientMsgId,
            @Nullable String sender,
            @Nullable Uploaded file) {
        this(text, audience, clientMsgId, sender, null, null, null, file);
    }

    /** The same with the file its upload became. */
    Saying with(Uploaded received) {
        return new Saying(text, audience, clientMsgId, sender, replyTo, mentions, upload, received);
    }

    /** Refuses what could not be said by anybody. */
    void check() {
        checkId(clientMsgId);
        if (text != null || (file == null && upload == null)) {
            checkWords(text);
        }
        if (mentions != null && mentions.size() > MOST_MENTIONS) {
            throw MessageRefusal.TOO_MANY_MENTIONS.because(MOST_MENTIONS);
        }
    }

    static void checkId(@Nullable String clientMsgId) {
        if (clientMsgId != null && !clientMsgId.matches("[\\x21-\\x7e]{1,64}")) {
            throw MessageRefusal.CLIENT_ID_UNUSABLE.because();
        }
    }

    /** Only length is asked for: what people write is kept sign for sign, those that cannot be seen too. */
    static void checkWords(@Nullable String text) {
        if (text == null || text.isBlank()) {
            throw MessageRefusal.TEXT_MISSING.because();
        }
        if (text.codePointCount(0, text.length()) > LONGEST) {
            throw MessageRefusal.TEXT_TOO_LONG.because(LONGEST);
        }
    }

    /**
     * The message this becomes in this room.
     *
     * @param original what it answers
     */
    Message in(Room room, Speaker speaker, @Nullable Message original, Instant now) {
        return new Message(
                Uuid7.at(now),
                room.id(),
                speaker.id(),
                speaker.role(),
                now,
                content(speaker.owner(), now),
                Audience.of(room, speaker, audience, original),
                clientMsgId,
                new Ties(replyTo, mentioned()));
    }

    private List<String> mentioned() {
        return mentions == null ? List.of() : mentions.stream().distinct().toList();
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
        return switch (message.content()) {
            case Words _ -> Fact.to(message.audience(), posted(message, null));
            case Attachment it ->
                Fact.to(message.audience(), posted(message, it.name())).with(List.of(it.file()));
            case Card _, Recall _, Correction _ -> throw new IllegalArgumentException("nobody said this");
        };
    }

    private static MessagePosted posted(Message message, @Nullable Secret fileName) {
        Ties ties = message.ties();
        return new MessagePosted(
                message.id().toString(),
                message.sender(),
                message.content().text(),
                fileName,
                ties.replyTo() == null ? null : ties.replyTo().toString(),
                ties.mentions().isEmpty() ? null : ties.mentions());
    }

    /** Whether this says again what was said earlier; who is in the room may have changed since. */
    boolean repeats(Message earlier, Message now) {
        return earlier.content().getClass() == now.content().getClass()
                && (audience == null || earlier.audience().equals(now.audience()))
                && earlier.ties().equals(now.ties())
                && Objects.equals(earlier.content().text(), now.content().text())
                && Objects.equals(fileDigest(earlier), fileDigest(now));
    }

    private static @Nullable String fileDigest(Message message) {
        return message.content() instanceof Attachment it ? it.file().sha256() : null;
    }
}
