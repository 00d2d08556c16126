package court.filing.calendar;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import court.platform.calendar.HolidayYear;
import java.time.LocalDate;
import java.time.Month;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An announcement of public holidays as it comes in: the form of the published files, whose own names it may carry. */
@JsonIgnoreProperties({"$schema", "$id"})
record AnnouncementForm(
        @Nullable Integer year,
        @Nullable List<@Nullable String> papers,
        @Nullable List<@Nullable Day> days) {

    private static final int FIRST = 2000;
    private static final int LAST = 2100;
    private static final int MOST_DAYS = 100;
    private static final int MOST_PAPERS = 10;

    /** One day of it. */
    record Day(
            @Nullable String name,
            @Nullable LocalDate date,
            @JsonProperty("isOffDay") @Nullable Boolean off) {}

    HolidayYear checked() {
        if (year == null || year < FIRST || year > LAST) {
            throw CalendarRefusal.YEAR_MISSING.because(FIRST, LAST);
        }
        if (days == null || days.isEmpty() || days.size() > MOST_DAYS) {
            throw CalendarRefusal.DAYS_MISSING.because();
        }
        Set<LocalDate> seen = new HashSet<>();
        return new HolidayYear(
                year,
                addresses(),
                days.stream().map(day -> checked(day, year, seen)).toList());
    }

    private List<String> addresses() {
        if (papers == null || papers.isEmpty() || papers.size() > MOST_PAPERS) {
            throw CalendarRefusal.PAPERS_MISSING.because();
        }
        return papers.stream().map(AnnouncementForm::address).toList();
    }

    private static String address(@Nullable String paper) {
        if (paper == null || !paper.matches("https?://\\S{1,300}")) {
            throw CalendarRefusal.PAPERS_MISSING.because();
        }
        return paper;
    }

    private static HolidayYear.Day checked(@Nullable Day day, int year, Set<LocalDate> seen) {
        if (day == null || day.date == null || day.off == null || unusable(day.name)) {
            throw CalendarRefusal.DAY_INCOMPLETE.because();
        }
        if (day.date.isBefore(LocalDate.of(year - 1, Month.DECEMBER, 29)) || day.date.getYear() > year) {
            throw CalendarRefusal.DAY_OF_ANOTHER_YEAR.because(day.date);
        }
        if (!seen.add(day.date)) {
            throw CalendarRefusal.DAY_TWICE.because(day.date);
        }
        return new HolidayYear.Day(String.valueOf(day.name), day.date, day.off);
    }

    private static boolean unusable(@Nullable String name) {
        return name == null || name.isBlank() || name.length() > 20;
    }
}
