package court.platform.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import court.platform.calendar.HolidayYear.Day;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class TermTest {

    private static final LegalCalendar CALENDAR = LegalCalendar.published();

    @Test
    void k1TheFirstDayDoesNotCount() {
        Term term = Term.days(7, LocalDate.parse("2020-03-02"));

        assertThat(term.due(CALENDAR)).isEqualTo(new Due(LocalDate.parse("2020-03-09"), false));
    }

    @ParameterizedTest
    @CsvSource({
        "2020-02-28, 7, 2020-03-06", // a Friday stays
        "2020-02-29, 7, 2020-03-09", // a Saturday moves to Monday
        "2020-09-24, 7, 2020-10-09", // over the whole National Day week
        "2020-04-19, 7, 2020-04-26", // a Sunday worked in exchange stays
        "2020-10-03, 7, 2020-10-10" // a Saturday worked in exchange stays
    })
    void k1ALastDayOnAHolidayMovesToTheNextWorkingDay(LocalDate anchor, int days, LocalDate due) {
        assertThat(Term.days(days, anchor).due(CALENDAR).date()).isEqualTo(due);
    }

    @ParameterizedTest
    @CsvSource({
        "2020-03-02, 6, 2020-09-02",
        "2020-08-31, 6, 2021-03-01", // no 31 February: the 28th, a Sunday, moves
        "2019-08-31, 6, 2020-03-02", // leap year: the 29th, a Saturday, moves
        "2020-12-31, 2, 2021-03-01"
    })
    void k1MonthsEndOnTheDayOfTheSameNumberOrTheLastOfTheMonth(LocalDate anchor, int months, LocalDate due) {
        assertThat(Term.months(months, anchor).due(CALENDAR).date()).isEqualTo(due);
    }

    @Test
    void k2AHolidayProlongedAtShortNoticeMovesARunningDeadline() {
        // the Spring Festival of 2020 as announced in 2019: until 30 January, Saturday 1 February worked
        List<Day> asFirstAnnounced = Stream.concat(
                        LocalDate.parse("2020-01-24")
                                .datesUntil(LocalDate.parse("2020-01-31"))
                                .map(date -> new Day("春节", date, true)),
                        Stream.of("2020-01-19", "2020-02-01").map(date -> new Day("春节", LocalDate.parse(date), false)))
                .toList();
        LegalCalendar before = LegalCalendar.of(List.of(new HolidayYear(2020, List.of(), asFirstAnnounced)));
        Term running = Term.days(7, LocalDate.parse("2020-01-24"));

        assertThat(running.due(before).date()).isEqualTo("2020-01-31");
        assertThat(running.due(CALENDAR).date()).isEqualTo("2020-02-03");
    }

    @Test
    void k2TheRuleAndTheAnchorAreWhatIsStored() {
        Term term = Term.months(6, LocalDate.parse("2020-03-02"));

        String stored = JsonMapper.shared().writeValueAsString(term);

        assertThat(stored).isEqualTo("{\"rule\":\"P6M\",\"anchor\":\"2020-03-02\"}");
        assertThat(JsonMapper.shared().readValue(stored, Term.class)).isEqualTo(term);
    }

    @Test
    void k6HolidaysInsideATermCountAndTheDaysShownAreCalendarDays() {
        Due due = Term.days(10, LocalDate.parse("2020-09-29")).due(CALENDAR);

        assertThat(due.date()).isEqualTo("2020-10-09");
        assertThat(due.daysLeft(LocalDate.parse("2020-09-30"))).isEqualTo(9);
        assertThat(due.daysLeft(LocalDate.parse("2020-10-10"))).isEqualTo(-1);
    }

    @Test
    void k3TheAnchorIsTheDayInShanghaiOnBothSidesOfMidnightThere() {
        LocalDate before = LegalCalendar.dateOf(Instant.parse("2020-03-02T15:59:59.999999Z"));
        LocalDate after = LegalCalendar.dateOf(Instant.parse("2020-03-02T16:00:00Z"));

        assertThat(Term.days(7, before).due(CALENDAR).date()).isEqualTo("2020-03-09");
        assertThat(Term.days(7, after).due(CALENDAR).date()).isEqualTo("2020-03-10");
    }

    @Test
    void k3TheYearOfTheLastDayTurnsAtMidnightInShanghai() {
        LocalDate newYear = LegalCalendar.dateOf(Instant.parse("2025-12-31T16:30:00Z"));

        assertThat(newYear).isEqualTo("2026-01-01");
        assertThat(Term.months(6, newYear).due(CALENDAR).date()).isEqualTo("2026-07-01");
    }

    @Test
    void k6OnTheLastDayNoDaysAreLeftAndItIsNotPast() {
        Due due = Term.days(7, LocalDate.parse("2020-03-02")).due(CALENDAR);

        assertThat(due.daysLeft(LocalDate.parse("2020-03-09"))).isZero();
    }

    @Test
    void aTermThatReachesYearsNotAnnouncedIsProvisional() {
        assertThat(Term.months(6, LocalDate.parse("2026-09-01")).due(CALENDAR))
                .isEqualTo(new Due(LocalDate.parse("2027-03-01"), true));
        assertThat(Term.months(6, LocalDate.parse("2026-06-01")).due(CALENDAR).provisional())
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"P0D", "P-7D", "P1M7D"})
    void nothingElseIsATerm(Period rule) {
        LocalDate anchor = LocalDate.parse("2020-03-02");

        assertThatIllegalArgumentException().isThrownBy(() -> new Term(rule, anchor));
    }
}
