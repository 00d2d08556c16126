package court.filing.deadline;

import court.platform.calendar.Due;
import court.platform.calendar.LegalCalendar;
import court.platform.calendar.Term;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One limit of one filing.
 *
 * <pre>
 *   RUNNING ──done in time──▶ MET
 *      │ ▲  ──done late, lapsed──▶ MISSED
 *      │ └────────── extend (K5) ────┘
 *      └──replaced, no longer needed──▶ CANCELLED
 * </pre>
 *
 * @param length as ISO 8601, such as {@code P7D}; with {@code anchor} it is the term
 * @param due derived from the term and the calendar, or set by an extension
 * @param provisional the holidays of that time are not announced yet
 * @param extendedTo the last day the court granted (K5)
 * @param standsOn the day it was computed on, while it stands still (K4)
 */
public record Deadline(
        UUID id,
        UUID filingId,
        Rule rule,
        LocalDate anchor,
        String length,
        LocalDate due,
        boolean provisional,
        State state,
        @Nullable LocalDate extendedTo,
        Instant startedAt,
        @Nullable Instant endedAt,
        @Nullable LocalDate standsOn) {

    /** Where a limit stands. */
    public enum State {
        RUNNING,
        MET,
        MISSED,
        CANCELLED
    }

    public Term term() {
        return new Term(Period.parse(length), anchor);
    }

    /** Calendar days left, as shown beside the date (K6); negative when it is past. */
    public long daysLeft(LocalDate today) {
        return new Due(due, provisional).daysLeft(today);
    }

    /** Whether its last day is over and it was not done in time. */
    public boolean missed(LocalDate today) {
        return state == State.MISSED || (state == State.RUNNING && today.isAfter(due));
    }

    /** The last day under a calendar. What the court granted stays as granted. */
    Due under(LegalCalendar calendar) {
        return extendedTo == null ? term().due(calendar) : new Due(extendedTo, false);
    }
}
