package court.platform.calendar;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toUnmodifiableSet;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which days are working days. A value: another announcement gives another calendar, and every {@link Term} asked again
 * gives its new date (K2).
 *
 * @param years the years whose announcement is known
 * @param daysOff public holidays, weekend days among them or not
 * @param makeUpDays weekend days that are worked
 */
public record LegalCalendar(Set<Integer> years, Set<LocalDate> daysOff, Set<LocalDate> makeUpDays) {

    /** All legal time is the court's local time (K3). */
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private static final int FIRST_PUBLISHED = 2018;

    public LegalCalendar {
        years = Set.copyOf(years);
        daysOff = Set.copyOf(daysOff);
        makeUpDays = Set.copyOf(makeUpDays);
        if (!Collections.disjoint(daysOff, makeUpDays)) {
            throw new IllegalArgumentException("a day is both off and worked");
        }
    }

    /** The calendar of the announcements shipped with this build, from 2018 on. */
    public static LegalCalendar published() {
        return of(announced());
    }

    /** The announcements shipped with this build. */
    static List<HolidayYear> announced() {
        List<HolidayYear> announced = new ArrayList<>();
        try {
            for (int year = FIRST_PUBLISHED; ; year++) {
                try (InputStream json = LegalCalendar.class.getResourceAsStream("holidays/" + year + ".json")) {
                    if (json == null) {
                        return announced;
                    }
                    announced.add(HolidayYear.read(json));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** About the last days of a year, the next year's announcement has the last word. */
    public static LegalCalendar of(Collection<HolidayYear> announced) {
        Map<LocalDate, Boolean> off = announced.stream()
                .sorted(Comparator.comparingInt(HolidayYear::year))
                .flatMap(year -> year.days().stream())
                .collect(toMap(HolidayYear.Day::date, HolidayYear.Day::off, (earlier, later) -> later));
        return new LegalCalendar(
                announced.stream().map(HolidayYear::year).collect(toUnmodifiableSet()),
                dates(off, true),
                dates(off, false));
    }

    private static Set<LocalDate> dates(Map<LocalDate, Boolean> days, boolean off) {
        return days.entrySet().stream()
                .filter(day -> day.getValue() == off)
                .map(Map.Entry::getKey)
                .collect(toUnmodifiableSet());
    }

    /** The legal date of an instant (K3). */
    public static LocalDate dateOf(Instant instant) {
        return LocalDate.ofInstant(instant, ZONE);
    }

    public boolean isWorkingDay(LocalDate date) {
        if (makeUpDays.contains(date)) {
            return true;
        }
        return !daysOff.contains(date)
                && date.getDayOfWeek() != DayOfWeek.SATURDAY
                && date.getDayOfWeek() != DayOfWeek.SUNDAY;
    }

    /** The date itself or the next working day after it. */
    public LocalDate workingDayFrom(LocalDate date) {
        LocalDate day = date;
        while (!isWorkingDay(day)) {
            day = day.plusDays(1);
        }
        return day;
    }

    /**
     * Whether an announcement yet to come may still change this day. The last three days of a year belong to the next
     * year's announcement: 31 December 2018 was a day off by the paper for 2019.
     */
    public boolean isProvisional(LocalDate date) {
        boolean turnOfYear = date.getMonth() == Month.DECEMBER && date.getDayOfMonth() >= 29;
        return !years.contains(date.getYear()) || (turnOfYear && !years.contains(date.getYear() + 1));
    }
}
