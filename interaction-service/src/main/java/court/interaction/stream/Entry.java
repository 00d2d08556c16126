package court.interaction.stream;

import com.fasterxml.jackson.annotation.JsonInclude;
import court.interaction.stream.Content.Attachment;
import court.interaction.stream.Content.Card;
import court.interaction.stream.Content.Correction;
import court.interaction.stream.Content.Recall;
import court.interaction.stream.Content.Words;
import court.platform.contract.FileRef;
import court.platform.json.Secret;
import court.platform.media.Media;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What stands at one place of one reader's stream; the same by REST and by SSE. */
public sealed interface Entry {

    /** Its place: 1, 2, 3 … without gaps in this reader's stream. */
    long seq();

    /**
     * A message.
     *
     * @param kind TEXT, FILE, PICTURE, AUDIO or VIDEO; of a file by its content; RECALL or CORRECTION of the message {@code about}
     * @param audience party ids that may read it besides the court
     * @param mentions party ids and staff ids whose attention is asked for
     * @param reason of a correction, whose {@code text} holds instead
     * @param recalled true when it was taken back; then to parties nothing of what it said is given
     * @param correctedBy id of the last correction
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Said(
            long seq,
            UUID messageId,
            String senderId,
            String senderRole,
            Instant time,
            String kind,
            @Nullable String text,
            @Nullable File file,
            List<String> audience,
            @Nullable UUID replyTo,
            @Nullable List<String> mentions,
            @Nullable UUID about,
            @Nullable String reason,
            @Nullable Boolean recalled,
            @Nullable UUID correctedBy)
            implements Entry {}

    /**
     * A file that can be fetched under its id.
     *
     * @param durationMillis of a recording or film, if it tells
     * @param width in pixels, as it is shown, of a picture or film, if it tells
     * @param poster the picture within a recording or film, fetched at {@code files/{id}/poster}; null when it carries none
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record File(
            String id,
            String name,
            long size,
            String mediaType,
            String sha256,
            @Nullable Long durationMillis,
            @Nullable Integer width,
            @Nullable Integer height,
            @Nullable Poster poster) {}

    /** A picture within a file. */
    record Poster(String mediaType, int size) {}

    /** A card. */
    record Shown(long seq, Face card) implements Entry {}

    /**
     * What a card shows.
     *
     * @param type the type of the fact it was made from
     * @param time when that happened
     * @param body depends on the type alone
     */
    record Face(String type, UUID factId, Instant time, Map<String, Object> body) {}

    static Entry of(long seq, Message message, Fate fate, boolean court) {
        if (message.content() instanceof Card card) {
            return new Shown(seq, new Face(card.type(), message.id(), message.time(), card.body()));
        }
        return said(seq, message, fate, !fate.recalled() || court);
    }

    private static Said said(long seq, Message message, Fate fate, boolean readable) {
        Content content = message.content();
        List<String> mentions = message.ties().mentions();
        return new Said(
                seq,
                message.id(),
                message.sender(),
                message.senderRole(),
                message.time(),
                kind(content),
                readable ? revealed(content.text()) : null,
                readable && content instanceof Attachment it ? file(it) : null,
                message.audience(),
                message.ties().replyTo(),
                !readable || mentions.isEmpty() ? null : mentions,
                content.about(),
                readable && content instanceof Correction it ? it.reason().reveal() : null,
                fate.recalled() ? true : null,
                fate.correctedBy());
    }

    private static @Nullable String revealed(@Nullable Secret text) {
        return text == null ? null : text.reveal();
    }

    /** What kind of entry a content is. */
    static String kind(Content content) {
        return switch (content) {
            case Words _ -> "TEXT";
            case Attachment it -> kind(it.file().mediaType());
            case Recall _ -> "RECALL";
            case Correction _ -> "CORRECTION";
            case Card _ -> "CARD";
        };
    }

    private static String kind(String mediaType) {
        return switch (mediaType.substring(0, mediaType.indexOf('/'))) {
            case "image" -> "PICTURE";
            case "audio" -> "AUDIO";
            case "video" -> "VIDEO";
            default -> "FILE";
        };
    }

    private static File file(Attachment attachment) {
        FileRef file = attachment.file();
        Media media = attachment.known();
        Media.Poster poster = media.poster();
        return new File(
                file.id(),
                attachment.name().reveal(),
                file.size(),
                file.mediaType(),
                file.sha256(),
                media.durationMillis(),
                media.width(),
                media.height(),
                poster == null ? null : new Poster(poster.mediaType(), poster.size()));
    }
}
