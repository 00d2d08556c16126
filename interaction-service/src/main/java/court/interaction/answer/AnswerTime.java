package court.interaction.answer;

import court.platform.calendar.LegalCalendar;
import java.time.Instant;
import java.time.LocalDate;

/**
 * How long the court may take to answer: working days, the day of the question not counted, make-up days counted. The court's own
 * standard, not a limit of law, so it is not derived from a legal term.
 */
record AnswerTime(int workingDays) {

    AnswerTime {
        if (workingDays < 1) {
            throw new IllegalArgumentException("not a time to answer in: " + workingDays);
        }
    }

    /** The last day for the answer. */
    LocalDate due(LocalDate askedOn, LegalCalendar calendar) {
        LocalDate day = askedOn;
        for (int counted = 0; counted < workingDays; counted++) {
            day = calendar.workingDayFrom(day.plusDays(1));
        }
        return day;
    }

    /** What was asked before this instant and has no answer is overdue today. */
    Instant overdueBefore(LocalDate today, LegalCalendar calendar) {
        LocalDate askedOn = today.minusDays(workingDays);
        while (!due(askedOn, calendar).isBefore(today)) {
            askedOn = askedOn.minusDays(1);
        }
        return askedOn.plusDays(1).atStartOfDay(LegalCalendar.ZONE).toInstant();
    }
}
