package court.filing.deadline;

import court.filing.deadline.Deadline.State;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A limit that ends if it runs.
 *
 * @param on the day that counts: that of posting for what came by mail (rule K1)
 */
public record Ending(UUID filingId, Rule rule, How how, LocalDate on) {

    /** How a limit ends. */
    public enum How {
        /** What it asks for was done, in time or not. */
        DONE,
        /** It passed and the law's consequence was drawn. */
        LAPSED,
        /** Nobody needs it any more. */
        CANCELLED
    }

    /** In which state it leaves the limit. */
    State of(Deadline limit) {
        return switch (how) {
            case DONE -> limit.missed(on) ? State.MISSED : State.MET;
            case LAPSED -> State.MISSED;
            case CANCELLED -> State.CANCELLED;
        };
    }
}
