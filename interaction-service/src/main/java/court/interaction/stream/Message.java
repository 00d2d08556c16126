package court.interaction.stream;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Something said in a room.
 *
 * @param sender party id, or staff id
 * @param audience party ids that may read it besides the court, a sending party among them
 * @param clientMsgId the sender's own id for it, by which a repeated sending is known
 */
public record Message(
        UUID id,
        UUID caseId,
        String sender,
        String senderRole,
        Instant time,
        Content content,
        List<String> audience,
        @Nullable String clientMsgId) {

    /** In whose streams it stands. */
    List<String> readers() {
        return Stream.concat(Stream.of(Reader.COURT), audience.stream())
                .sorted()
                .toList();
    }
}
