package court.filing.upload;

import court.platform.json.Secret;
import court.platform.model.Refusal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A document on its way in parts.
 *
 * <pre>
 *   OPEN ──last byte──▶ ATTACHED
 *    ├──last byte, but its content is refused──▶ REFUSED
 *    └──given up, or not whole in time──▶ EXPIRED
 * </pre>
 *
 * @param owner pseudonym of the person who began it; nobody else sees it
 * @param length in bytes, as announced
 * @param fileId of the document it became
 * @param refusal why its content was refused, to be told again
 */
record Upload(
        UUID id,
        UUID filing,
        String owner,
        long length,
        Described described,
        Instant expiresAt,
        State state,
        @Nullable String fileId,
        @Nullable Earlier refusal) {

    enum State {
        OPEN,
        ATTACHED,
        REFUSED,
        EXPIRED
    }

    /** What its sender told of it; the name is protected. */
    record Described(String kind, Secret name) {}

    /** A refusal that was given before. */
    record Earlier(String code, Kind kind, String detail) implements Refusal {

        @Override
        public String name() {
            return code;
        }
    }

    /** It may go on at this time. */
    boolean isOpen(Instant now) {
        return state == State.OPEN && now.isBefore(expiresAt);
    }
}
