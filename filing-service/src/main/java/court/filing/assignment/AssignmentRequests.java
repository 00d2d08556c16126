package court.filing.assignment;

import court.platform.contract.FilingEvent.RecusalGround;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What people write when a case is to change hands. */
final class AssignmentRequests {

    private static final int LONGEST = 500;
    private static final int MOST_CONFLICTS = 100;

    private AssignmentRequests() {}

    /**
     * Another judge for the case.
     *
     * @param judgeId whom to name; missing for a draw
     * @param reason told to the parties, 500 characters at most
     * @param conflicts judges of the court who must not be drawn for this case
     */
    record Reassignment(
            @Nullable String judgeId,
            @Nullable String reason,
            @Nullable List<String> conflicts) {

        String named() {
            return text("reason", reason);
        }

        List<String> conflicting() {
            List<String> named = conflicts == null ? List.of() : conflicts;
            if (named.size() > MOST_CONFLICTS) {
                throw AssignmentRefusal.TOO_MANY_CONFLICTS.because(MOST_CONFLICTS);
            }
            return named;
        }

        /** A judge who is named is not drawn. */
        Reassignment checked() {
            named();
            if (judgeId != null && !conflicting().isEmpty()) {
                throw AssignmentRefusal.CONFLICTS_WITH_NAMED.because();
            }
            return this;
        }
    }

    /** The judge's own wish to be taken off the case, with its ground of Civil Procedure Law art. 47. */
    record RecusalWish(
            @Nullable RecusalGround ground, @Nullable String statement) {

        RecusalGround named() {
            if (ground == null) {
                throw AssignmentRefusal.GROUND_MISSING.because();
            }
            return ground;
        }

        String stated() {
            return text("statement", statement);
        }
    }

    /** The supervisor's decision on it. */
    record Decision(@Nullable Boolean granted, @Nullable String reason) {

        boolean decided() {
            if (granted == null) {
                throw AssignmentRefusal.DECISION_MISSING.because();
            }
            return granted;
        }

        String named() {
            return text("reason", reason);
        }
    }

    private static String text(String field, @Nullable String text) {
        if (text == null || text.isBlank() || text.length() > LONGEST) {
            throw AssignmentRefusal.REASON_MISSING.because(field);
        }
        return text.strip();
    }
}
