package court.archive.dossier;

import court.platform.outbox.TextDigests;
import court.platform.security.Membership;
import java.time.Instant;
import java.util.UUID;

/**
 * One entry of a dossier as it is stored.
 *
 * @param body the exact bytes spoken
 * @param sha256 taken of the bytes on arrival
 * @param toldSha256 as the speaker said
 * @param recalled whether it is what somebody said and took back 撤回, or corrected before
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
        Instant receivedAt,
        boolean recalled) {

    /** Whether the bytes are still those that arrived, and those that were spoken. */
    public boolean isIntact() {
        String now = TextDigests.of(body).sha256();
        return now.equals(sha256) && now.equals(toldSha256);
    }

    /** Whether a reader who may see that it is there may have its contents: what was recalled is for the court alone. */
    boolean isFor(Membership reader) {
        return !recalled || reader.isCourt();
    }

    Entry withoutContents() {
        return new Entry(factId, source, sequence, type, time, new byte[0], sha256, toldSha256, receivedAt, recalled);
    }

    public Cursor cursor() {
        return new Cursor(time, source, sequence, factId);
    }
}
