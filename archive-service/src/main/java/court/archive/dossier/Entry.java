package court.archive.dossier;

import court.platform.outbox.TextDigests;
import java.time.Instant;
import java.util.UUID;

/**
 * One entry of a dossier as it is stored.
 *
 * @param body the exact bytes spoken
 * @param sha256 taken of the bytes on arrival
 * @param toldSha256 as the speaker said
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, only shown and digested
public record Entry(
        UUID factId,
        String source,
        long sequence,
        String type,
        Instant time,
        byte[] body,
        String sha256,
        String toldSha256,
        Instant receivedAt) {

    /** Whether the bytes are still those that arrived, and those that were spoken. */
    public boolean isIntact() {
        String now = TextDigests.of(body).sha256();
        return now.equals(sha256) && now.equals(toldSha256);
    }

    public Cursor cursor() {
        return new Cursor(time, source, sequence, factId);
    }
}
