package court.interaction.stream;

import com.fasterxml.jackson.annotation.JsonInclude;
import court.interaction.stream.Content.Attachment;
import court.interaction.stream.Content.Card;
import court.interaction.stream.Content.Words;
import court.platform.contract.FileRef;
import court.platform.json.Secret;
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
     * @param kind TEXT or FILE
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

    /** A file that can be fetched under its id. */
    record File(String id, String name, long size, String mediaType, String sha256) {}

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
            case Attachment it -> said(seq, message, "FILE", it.text(), file(it));
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

    private static File file(Attachment attachment) {
        FileRef file = attachment.file();
        return new File(file.id(), attachment.name().reveal(), file.size(), file.mediaType(), file.sha256());
    }
}
