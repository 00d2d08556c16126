package court.deploy.agent;

import com.fasterxml.jackson.annotation.JsonInclude;
import court.platform.bundle.Acknowledgement.Gap;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the agent stands, for whoever has to look after it.
 *
 * @param nextExpected number of the bundle that must come next
 * @param received how many packages lie in the archive
 * @param rejected how many were refused
 * @param gaps bundles that are missing although later ones are there
 * @param refused notes that were not even opened, with the reason
 * @param lastAcknowledgement number of the last one written
 * @param handedIn number of the last one that reached the other side
 * @param lastError what went wrong in the last round; absent when nothing did
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Report(
        String court,
        long nextExpected,
        int received,
        int rejected,
        List<Gap> gaps,
        List<Refusal> refused,
        long lastAcknowledgement,
        long handedIn,
        @Nullable String lastError,
        @Nullable Instant lastErrorAt) {

    /** Why a note was not even opened. */
    enum Cause {
        /** Not signed by the archive, changed, or unreadable. */
        BAD_SIGNATURE,
        /** Of another court. */
        WRONG_COURT,
        /** Earlier ones are missing. */
        GAP,
        /** The number was used before, for something else. */
        NUMBER_REUSED,
        /** The number fits, but it does not continue what we have. */
        CHAIN_BROKEN
    }

    /**
     * A note that was refused.
     *
     * @param number as the note says; absent when it cannot be believed
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Refusal(Cause cause, @Nullable Long number, String noteSha256, String source, String reason) {}
}
