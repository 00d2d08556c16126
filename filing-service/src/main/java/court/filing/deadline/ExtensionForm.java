package court.filing.deadline;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A request for an extension as it comes in: body of {@code POST …/extension}. */
public record ExtensionForm(
        @Nullable String obstacle,
        @Nullable LocalDate endedOn,
        @Nullable UUID outageId) {

    private static final int LONGEST = 500;

    String why() {
        return text(obstacle, ExtensionRefusal.OBSTACLE_MISSING);
    }

    LocalDate ended(LocalDate today) {
        if (endedOn == null) {
            throw ExtensionRefusal.ENDED_ON_MISSING.because();
        }
        if (endedOn.isAfter(today)) {
            throw ExtensionRefusal.ENDED_IN_FUTURE.because();
        }
        return endedOn;
    }

    /** The court's decision as it comes in: body of {@code POST …/extension/decision}. */
    @Schema(name = "ExtensionDecision")
    public record Decision(
            @Nullable Boolean grant,
            @Nullable LocalDate until,
            @Nullable String reason) {

        boolean granted() {
            if (grant == null) {
                throw ExtensionRefusal.GRANT_MISSING.because();
            }
            if (!grant && until != null) {
                throw ExtensionRefusal.UNTIL_NOT_WANTED.because();
            }
            return grant;
        }

        LocalDate lastDay() {
            if (until == null) {
                throw ExtensionRefusal.UNTIL_OUT_OF_RANGE.because();
            }
            return until;
        }

        String because() {
            return text(reason, ExtensionRefusal.REASON_MISSING);
        }
    }

    private static String text(@Nullable String text, ExtensionRefusal refusal) {
        if (text == null || text.isBlank() || text.length() > LONGEST) {
            throw refusal.because();
        }
        return text.strip();
    }
}
