package court.platform.calendar;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.InputStream;
import java.time.LocalDate;
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
    }

    /** Reads the form of the published files (see {@code holidays/SOURCE}). */
    public static HolidayYear read(InputStream json) {
        return JsonMapper.shared().readValue(json, HolidayYear.class);
    }
}
