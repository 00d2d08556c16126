package court.platform.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LegalCalendarTest {

    private static final LegalCalendar CALENDAR = LegalCalendar.published();

    @Test
    void theAnnouncementsFrom2018To2026AreOnBoard() {
        assertThat(CALENDAR.years()).containsExactlyInAnyOrder(2018, 2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2020-01-24", "2020-01-31", "2020-02-02", "2018-12-31", "2026-10-01", "2020-03-07"})
    void publicHolidaysAndPlainWeekendsAreOff(LocalDate date) {
        assertThat(CALENDAR.isWorkingDay(date)).isFalse();
    }

    /** Saturdays and Sundays worked in exchange, decision of the State Council. */
    @ParameterizedTest
    @ValueSource(strings = {"2020-01-19", "2020-04-26", "2020-10-10", "2018-12-29"})
    void makeUpDaysAreWorkingDays(LocalDate date) {
        assertThat(date.getDayOfWeek().getValue()).isGreaterThan(5);

        assertThat(CALENDAR.isWorkingDay(date)).isTrue();
    }

    @Test
    void k3LegalDatesAreThoseOfShanghai() {
        assertThat(LegalCalendar.dateOf(Instant.parse("2020-02-02T15:59:59.999Z")))
                .isEqualTo("2020-02-02");
        assertThat(LegalCalendar.dateOf(Instant.parse("2020-02-02T16:00:00Z"))).isEqualTo("2020-02-03");
    }

    @Test
    void beyondThePublishedYearsOnlyWeekendsAreOffAndAllIsProvisional() {
        assertThat(CALENDAR.isWorkingDay(LocalDate.parse("2030-10-01"))).isTrue();
        assertThat(CALENDAR.isWorkingDay(LocalDate.parse("2030-10-05"))).isFalse();
        assertThat(CALENDAR.isProvisional(LocalDate.parse("2030-10-01"))).isTrue();
        assertThat(CALENDAR.isProvisional(LocalDate.parse("2017-10-01"))).isTrue();
        assertThat(CALENDAR.isProvisional(LocalDate.parse("2026-10-01"))).isFalse();
    }

    @Test
    void theTurnOfAYearIsProvisionalUntilTheNextYearIsAnnounced() {
        assertThat(CALENDAR.isProvisional(LocalDate.parse("2026-12-28"))).isFalse();
        assertThat(CALENDAR.isProvisional(LocalDate.parse("2026-12-31"))).isTrue();
        assertThat(CALENDAR.isProvisional(LocalDate.parse("2025-12-31"))).isFalse();
    }

    @Test
    void aDayCannotBeBothOffAndWorked() {
        LocalDate day = LocalDate.parse("2020-01-31");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LegalCalendar(Set.of(2020), Set.of(day), Set.of(day)));
    }
}
