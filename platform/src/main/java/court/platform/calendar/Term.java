package court.platform.calendar;

import java.time.LocalDate;
import java.time.Period;

/**
 * A statutory limit 期间: how long, counted from which day. This pair is what is stored; the last day is derived each
 * time, because the calendar changes at short notice (K2).
 *
 * <p>Civil Procedure Law art. 85 (K1): the day of the anchor does not count; days are calendar days (K6); a last day
 * that is no working day moves to the next one. A month ends on the day of the same number, or on the month's last day
 * where there is none (Civil Code art. 202). Time in the post does not count: compare the day of posting, not of
 * arrival. Not for measures that lapse by themselves, such as freezes: those do not move.
 *
 * @param rule days alone, or months and years, such as {@code P7D} or {@code P6M}
 * @param anchor the legal date of what started the term
 */
public record Term(Period rule, LocalDate anchor) {

    public Term {
        boolean mixed = !rule.equals(rule.withDays(0)) && rule.toTotalMonths() != 0;
        if (rule.isZero() || rule.isNegative() || mixed) {
            throw new IllegalArgumentException("not a term: " + rule);
        }
    }

    public static Term days(int days, LocalDate anchor) {
        return new Term(Period.ofDays(days), anchor);
    }

    public static Term months(int months, LocalDate anchor) {
        return new Term(Period.ofMonths(months), anchor);
    }

    public Due due(LegalCalendar calendar) {
        LocalDate last = anchor.plus(rule);
        LocalDate moved = calendar.workingDayFrom(last);
        return new Due(moved, calendar.isProvisional(last) || calendar.isProvisional(moved));
    }
}
