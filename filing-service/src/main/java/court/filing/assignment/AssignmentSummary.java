package court.filing.assignment;

import court.filing.assignment.AssignmentRows.Stored;
import court.platform.web.Versioned;
import java.util.UUID;

/**
 * Who has a case: the answer to every step, nothing protected in it.
 *
 * @param recusalPending the judge has asked to be taken off the case and waits for the decision
 */
record AssignmentSummary(
        UUID filingId, long version, String courtCode, String judgeId, String judgeName, boolean recusalPending)
        implements Versioned {

    static AssignmentSummary of(Stored stored) {
        Assignment it = stored.assignment();
        return new AssignmentSummary(
                it.matter().id(),
                stored.version(),
                it.matter().court(),
                it.judge().id(),
                it.judge().name(),
                it instanceof Assignment.Challenged);
    }
}
