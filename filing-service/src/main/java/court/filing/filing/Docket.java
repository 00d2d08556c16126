package court.filing.filing;

import court.platform.contract.FilingEvent.Missing;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the court has done about a filing so far.
 *
 * @param reviewer staff id of the filing judge who reviews it; null while nobody has taken it
 * @param notices every correction notice, the first first
 */
record Docket(@Nullable String reviewer, List<Notice> notices) {

    static final Docket EMPTY = new Docket(null, List.of());

    /**
     * A correction notice 补正通知.
     *
     * @param due last day to answer
     * @param by staff id
     */
    record Notice(List<Missing> missing, LocalDate due, Instant at, String by) {}

    Docket reviewedBy(@Nullable String staffId) {
        return new Docket(staffId, notices);
    }

    Docket with(Notice notice) {
        return new Docket(
                reviewer, Stream.concat(notices.stream(), Stream.of(notice)).toList());
    }

    /** Refuses who decides while somebody else has the review. */
    void mustBeOpenTo(String staffId) {
        if (reviewer != null && !reviewer.equals(staffId)) {
            throw FilingRefusal.UNDER_REVIEW.because(reviewer);
        }
    }
}
