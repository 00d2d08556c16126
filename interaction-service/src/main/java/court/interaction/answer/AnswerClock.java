package court.interaction.answer;

import court.platform.calendar.Calendars;
import court.platform.calendar.LegalCalendar;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** When answers are due, by the calendar that holds now. Nothing of it is stored, so a calendar that changes moves all of it (K2). */
@Component
class AnswerClock {

    private final AnswerTime time;
    private final Calendars calendars;
    private final Clock clock;

    AnswerClock(@Value("${court.answer.working-days}") int workingDays, Calendars calendars, Clock clock) {
        this.time = new AnswerTime(workingDays);
        this.calendars = calendars;
        this.clock = clock;
    }

    LocalDate due(Waiting waiting) {
        return time.due(LegalCalendar.dateOf(waiting.askedAt()), calendars.current());
    }

    Instant overdueBefore() {
        return time.overdueBefore(today(), calendars.current());
    }

    LocalDate today() {
        return LegalCalendar.dateOf(clock.instant());
    }
}
