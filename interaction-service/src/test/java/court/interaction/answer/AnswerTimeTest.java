package court.interaction.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import court.platform.calendar.LegalCalendar;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnswerTimeTest {

    private static final LegalCalendar CALENDAR = LegalCalendar.published();
    private final AnswerTime time = new AnswerTime(2);

    @ParameterizedTest
    @CsvSource({
        // Monday; Friday; Saturday
        "2025-11-03, 2025-11-05",
        "2025-11-07, 2025-11-11",
        "2025-11-08, 2025-11-11",
        // Sunday 28 September is worked; National Day and Mid-Autumn from 1 to 8 October; Saturday 11 October is worked
        "2025-09-26, 2025-09-29",
        "2025-09-30, 2025-10-10",
        "2025-10-09, 2025-10-11"
    })
    @DisplayName("two working days after the day of the question; make-up days count")
    void anAnswerIsDueAfterTwoWorkingDays(LocalDate asked, LocalDate due) {
        assertThat(time.due(asked, CALENDAR)).isEqualTo(due);
    }

    @ParameterizedTest
    @CsvSource({"2025-09-29", "2025-09-30", "2025-10-05", "2025-10-10", "2025-10-11", "2025-10-12", "2025-11-05"})
    void whatIsOverdueTodayIsExactlyWhatWasDueBefore(LocalDate today) {
        Instant before = time.overdueBefore(today, CALENDAR);

        for (int days = 0; days < 20; days++) {
            LocalDate asked = today.minusDays(days);
            Instant lastMoment = asked.plusDays(1)
                    .atStartOfDay(LegalCalendar.ZONE)
                    .toInstant()
                    .minusMillis(1);
            assertThat(lastMoment.isBefore(before))
                    .as("asked on " + asked)
                    .isEqualTo(time.due(asked, CALENDAR).isBefore(today));
        }
    }

    @Test
    void noTimeToAnswerIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new AnswerTime(0));
    }
}
