package court.interaction.stream;

import com.fasterxml.jackson.annotation.JsonInclude;
import court.interaction.stream.Content.Attachment;
import court.interaction.stream.Content.Words;
import court.platform.contract.FileRef;
import court.platform.json.Secret;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message as it stands in one reader's stream; the same by REST and by SSE.
 *
 * @param seq its place: 1, 2, 3 … without gaps in this reader's stream
 * @param kind TEXT or FILE
 * @param audience party ids that may read it besides the court
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Entry(
        long seq,
        UUID messageId,
        String senderId,
        String senderRole,
        Instant time,
        String kind,
        @Nullable String text,
        @Nullable File file,
        List<String> audience) {

    /** A file that can be fetched under its id. */
    record File(String id, String name, long size, String mediaType, String sha256) {}

    static Entry of(long seq, Message message) {
        Secret text = message.content().text();
        return new Entry(
                seq,
                message.id(),
                message.sender(),
                message.senderRole(),
                message.time(),
                message.content() instanceof Words ? "TEXT" : "FILE",
                text == null ? null : text.reveal(),
                message.content() instanceof Attachment attachment ? file(attachment) : null,
                message.audience());
    }

    private static File file(Attachment attachment) {
        FileRef file = attachment.file();
        return new File(file.id(), attachment.name().reveal(), file.size(), file.mediaType(), file.sha256());
    }
}
