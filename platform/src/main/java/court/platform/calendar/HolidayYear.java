package court.platform.calendar;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.InputStream;
import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the State Council announced for one year 放假安排: days off, and weekend days worked instead 调休上班.
 *
 * @param papers addresses of the announcements
 * @param days may reach into the last days of the year before
 */
public record HolidayYear(int year, List<String> papers, List<Day> days) {

    /**
     * One day that differs from the week's usual course, or confirms it.
     *
     * @param off true = public holiday, false = make-up working day
     */
    public record Day(
            String name,
            LocalDate date,
            @JsonProperty("isOffDay") boolean off) {}

    public HolidayYear {
        papers = List.copyOf(papers);
        days = List.copyOf(days);
        LocalDate first = LocalDate.of(year - 1, Month.DECEMBER, 29);
        LocalDate last = LocalDate.of(year, Month.DECEMBER, 31);
        for (Day day : days) {
            if (day.date().isBefore(first) || day.date().isAfter(last)) {
                throw new IllegalArgumentException(day.date() + " is not for the announcement of " + year);
            }
        }
        if (days.stream().map(Day::date).distinct().count() < days.size()) {
            throw new IllegalArgumentException("a day stands twice in the announcement of " + year);
        }
    }

    /** Reads the form of the published files (see {@code holidays/SOURCE}). */
    public static HolidayYear read(InputStream json) {
        return JsonMapper.shared().readValue(json, HolidayYear.class);
    }

    /** The same form again. */
    public String text() {
        return JsonMapper.shared().writeValueAsString(this);
    }
}
