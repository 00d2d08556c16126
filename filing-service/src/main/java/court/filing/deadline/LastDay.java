package court.filing.deadline;

import court.filing.deadline.TermRows.Granted;
import court.platform.calendar.Due;
import court.platform.calendar.EnforcementTerm;
import court.platform.calendar.EnforcementTerm.Prolongation;
import court.platform.calendar.Exclusion;
import court.platform.calendar.LegalCalendar;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The last day of a limit with all that was granted to change it (K4).
 *
 * @param standsOn the day it was computed on, while it stands still and moves on with each day
 */
record LastDay(Due due, @Nullable LocalDate standsOn) {

    static LastDay of(Deadline limit, List<Granted> granted, LegalCalendar calendar, LocalDate today) {
        LegalRule rule = Deadlines.rule(limit);
        if (rule.notCounted().isEmpty()) {
            return new LastDay(limit.under(calendar), null);
        }
        List<Prolongation> prolonged =
                granted.stream().flatMap(LastDay::prolongation).toList();
        List<Exclusion> grounds = granted.stream().flatMap(LastDay::exclusion).toList();
        EnforcementTerm term = rule.from(limit.anchor(), prolonged, grounds);
        return new LastDay(term.due(calendar, today), term.standsSince() == null ? null : today);
    }

    private static Stream<Prolongation> prolongation(Granted it) {
        return it.prolongedBy() == null || it.months() == null
                ? Stream.empty()
                : Stream.of(new Prolongation(it.prolongedBy(), it.months()));
    }

    private static Stream<Exclusion> exclusion(Granted it) {
        return it.ground() == null || it.firstDay() == null
                ? Stream.empty()
                : Stream.of(new Exclusion(it.ground(), it.firstDay(), it.lastDay()));
    }
}
