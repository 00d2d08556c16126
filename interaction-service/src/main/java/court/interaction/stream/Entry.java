package court.interaction.stream;

import com.fasterxml.jackson.annotation.JsonInclude;
import court.interaction.stream.Content.Attachment;
import court.interaction.stream.Content.Card;
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
     * @param kind TEXT, FILE, PICTURE, AUDIO or VIDEO; of a file by its content
     * @param audience party ids that may read it besides the court
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
            List<String> audience)
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

    static Entry of(long seq, Message message) {
        return switch (message.content()) {
            case Words words -> said(seq, message, "TEXT", words.text(), null);
            case Attachment it -> said(seq, message, kind(it.file().mediaType()), it.text(), file(it));
            case Card card -> new Shown(seq, new Face(card.type(), message.id(), message.time(), card.body()));
        };
    }

    private static Said said(long seq, Message message, String kind, @Nullable Secret text, @Nullable File file) {
        return new Said(
                seq,
                message.id(),
                message.sender(),
                message.senderRole(),
                message.time(),
                kind,
                text == null ? null : text.reveal(),
                file,
                message.audience());
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
        Media media = attachment.media();
        Media.Poster poster = media == null ? null : media.poster();
        return new File(
                file.id(),
                attachment.name().reveal(),
                file.size(),
                file.mediaType(),
                file.sha256(),
                media == null ? null : media.durationMillis(),
                media == null ? null : media.width(),
                media == null ? null : media.height(),
                poster == null ? null : new Poster(poster.mediaType(), poster.size()));
    }
}
