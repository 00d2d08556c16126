package court.platform.bundle;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the intranet says of deliveries 回执: which it has taken in, which it refuses, which it has not seen although a
 * later one came.
 */
public record Acknowledgement(
        long number, String previous, String court, Instant createdAt, List<Answer> bundles, List<Gap> gaps)
        implements Bundle {

    /** What became of a delivery. */
    public enum Verdict {
        /** checked wholly and stored */
        RECEIVED,
        /** something in it is wrong */
        REJECTED
    }

    /**
     * The answer to one delivery.
     *
     * @param reason names the file that is wrong; with a rejection only
     * @param noteSha256 which note was answered, so that nobody can put another under the number
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Answer(
            long number,
            UUID packageId,
            Verdict verdict,
            @Nullable String reason,
            String noteSha256) {

        public Answer {
            Checks.number(number);
            Checks.present(packageId, verdict);
            Checks.digest(noteSha256);
            if ((verdict == Verdict.REJECTED) != (reason != null)) {
                throw new IllegalArgumentException("a rejection has a reason, nothing else has one");
            }
        }
    }

    /** Deliveries not seen, both ends included. */
    public record Gap(long from, long to) {

        public Gap {
            Checks.number(from);
            if (to < from) {
                throw new IllegalArgumentException("a gap that ends before it begins");
            }
        }
    }

    public Acknowledgement {
        Checks.place(number, previous, court);
        Checks.present(createdAt, bundles, gaps);
        bundles = List.copyOf(bundles);
        gaps = List.copyOf(gaps);
    }
}
