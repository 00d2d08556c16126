package court.filing.deadline;

import court.platform.calendar.EnforcementTerm;
import court.platform.calendar.Exclusion;
import court.platform.contract.FilingEvent.TermWish;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What the judge of a case asks for: body of {@code POST …/deadlines/changes}. Either {@code prolongedBy} with {@code
 * months}, or {@code ground} with {@code firstDay}.
 *
 * @param lastDay the last day not counted; missing while the ground lasts
 * @param document number of the paper it rests on; needed for the high court's
 */
public record TermChangeForm(
        EnforcementTerm.@Nullable By prolongedBy,
        @Nullable Integer months,
        Exclusion.@Nullable Kind ground,
        @Nullable LocalDate firstDay,
        @Nullable LocalDate lastDay,
        @Nullable String document,
        @Nullable String reason) {

    private static final int LONGEST = 500;
    private static final int LONGEST_NUMBER = 100;

    TermWish wish() {
        boolean prolongs =
                prolongedBy != null && months != null && ground == null && firstDay == null && lastDay == null;
        boolean excludes = ground != null && firstDay != null && prolongedBy == null && months == null;
        if (!prolongs && !excludes) {
            throw TermRefusal.WISH_INCOMPLETE.because();
        }
        return new TermWish(
                prolongedBy == null ? null : prolongedBy.name(),
                months,
                ground == null ? null : ground.name(),
                firstDay,
                lastDay,
                number());
    }

    private @Nullable String number() {
        String number = document == null ? "" : document.strip();
        if (number.length() > LONGEST_NUMBER) {
            throw TermRefusal.DOCUMENT_TOO_LONG.because();
        }
        if (number.isEmpty() && prolongedBy == EnforcementTerm.By.HIGH_COURT) {
            throw TermRefusal.DOCUMENT_MISSING.because();
        }
        return number.isEmpty() ? null : number;
    }

    String because() {
        return text(reason);
    }

    /** The decision as it comes in: body of {@code POST …/deadlines/changes/{changeId}/decision}. */
    @Schema(name = "TermDecision")
    public record Decision(
            @Nullable Boolean grant, @Nullable String reason) {

        boolean granted() {
            if (grant == null) {
                throw TermRefusal.GRANT_MISSING.because();
            }
            return grant;
        }

        String because() {
            return text(reason);
        }
    }

    private static String text(@Nullable String text) {
        if (text == null || text.isBlank() || text.length() > LONGEST) {
            throw TermRefusal.REASON_MISSING.because();
        }
        return text.strip();
    }
}
