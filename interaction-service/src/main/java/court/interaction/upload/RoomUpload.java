package court.interaction.upload;

import court.platform.json.Secret;
import court.platform.upload.TusAnswers.Standing;
import court.platform.upload.UploadRefusal;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A file on its way to a room in parts.
 *
 * <pre>
 *   coming ──last byte──▶ whole ──a message names it──▶ sent
 *      └──given up, or not sent in time──▶ gone
 * </pre>
 *
 * @param owner pseudonym or staff id of who began it; nobody else sees it
 * @param length in bytes, as announced
 * @param messageId the message it became
 */
record RoomUpload(
        UUID id,
        UUID caseId,
        String owner,
        long length,
        Secret name,
        Instant expiresAt,
        @Nullable UUID messageId) {

    boolean isSent() {
        return messageId != null;
    }

    /** Refuses one that is sent or too old. */
    RoomUpload going(Instant now) {
        if (isSent() || !now.isBefore(expiresAt)) {
            throw UploadRefusal.EXPIRED.because();
        }
        return this;
    }

    Standing at(long offset) {
        return new Standing(id, offset, length, expiresAt, Map.of("filename", name.reveal()));
    }
}
