package court.gateway.organisation;

import court.platform.calendar.LegalCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import org.jspecify.annotations.Nullable;

/** From which day to which a handler 经办人 may act, both included, Asia/Shanghai (K3). */
record HandlerTerm(LocalDate from, LocalDate until) {

    /**
     * Refuses a term that is over, runs backwards or is longer than the rules allow.
     *
     * @param most the longest term, counted from its first day
     */
    static HandlerTerm of(@Nullable LocalDate from, @Nullable LocalDate until, LocalDate today, Period most) {
        if (from == null || until == null) {
            throw OrganisationRefusal.TERM_MISSING.because();
        }
        if (from.isBefore(today)) {
            throw OrganisationRefusal.TERM_PAST.because();
        }
        if (until.isBefore(from)) {
            throw OrganisationRefusal.TERM_BACKWARDS.because();
        }
        LocalDate last = from.plus(most).minusDays(1);
        if (until.isAfter(last)) {
            throw OrganisationRefusal.TERM_TOO_LONG.because(last);
        }
        return new HandlerTerm(from, until);
    }

    /** The first moment after a last day. */
    static Instant end(LocalDate until) {
        return until.plusDays(1).atStartOfDay(LegalCalendar.ZONE).toInstant();
    }
}
