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
 * @param handedIn when it was first handed in, which is what the limitation looks at (rule RF6); null while a draft
 * @param notices every correction notice, the first first
 */
record Docket(
        @Nullable String reviewer,
        List<Notice> notices,
        @Nullable Instant handedIn) {

    static final Docket EMPTY = new Docket(null, List.of(), null);

    /**
     * A correction notice 补正通知.
     *
     * @param due last day to answer
     * @param by staff id
     */
    record Notice(List<Missing> missing, LocalDate due, Instant at, String by) {}

    Docket reviewedBy(@Nullable String staffId) {
        return new Docket(staffId, notices, handedIn);
    }

    /** Only the first time counts. */
    Docket handedIn(Instant now) {
        return handedIn == null ? new Docket(reviewer, notices, now) : this;
    }

    Docket with(Notice notice) {
        return new Docket(
                reviewer, Stream.concat(notices.stream(), Stream.of(notice)).toList(), handedIn);
    }

    /** Refuses who decides while somebody else has the review. */
    void mustBeOpenTo(String staffId) {
        if (reviewer != null && !reviewer.equals(staffId)) {
            throw FilingRefusal.UNDER_REVIEW.because(reviewer);
        }
    }
}
