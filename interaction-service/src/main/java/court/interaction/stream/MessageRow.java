package court.interaction.stream;

import court.platform.json.SealedJson;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A message as it is stored, its place in a stream beside it. */
record MessageRow(
        long seq,
        UUID id,
        UUID caseId,
        String sender,
        String senderRole,
        Instant time,
        String audience,
        @Nullable String clientMsgId,
        String body) {

    /** What to select from {@code message m} besides {@code seq}. */
    static final String COLUMNS =
            " m.id, m.case_id, m.sender, m.sender_role, m.posted_at as time, m.audience, m.client_msg_id, m.body";

    /** What a message's sealed values belong to. */
    static String place(UUID messageId) {
        return "message/" + messageId;
    }

    /** The message itself; opens its seals, which may read a key from disk. */
    Message message(SealedJson json) {
        return new Message(
                id,
                caseId,
                sender,
                senderRole,
                time,
                json.read(body, Content.class, caseId, place(id)),
                audience.isEmpty() ? List.of() : Arrays.asList(audience.split(",", -1)),
                clientMsgId);
    }
}
