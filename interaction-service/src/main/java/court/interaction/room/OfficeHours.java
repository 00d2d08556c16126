package court.interaction.room;

import com.fasterxml.jackson.annotation.JsonInclude;
import court.platform.calendar.Calendars;
import court.platform.calendar.LegalCalendar;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** When the court is at work 办公时间: working days of the legal calendar, at the hours that are set. Nothing is refused outside of them. */
@Component
class OfficeHours {

    private final List<String> periods;
    private final Calendars calendars;
    private final Clock clock;

    /** @param periods such as {@code 09:00-11:30}, Asia/Shanghai, in order */
    OfficeHours(@Value("${court.office-hours}") List<String> periods, Calendars calendars, Clock clock) {
        this.periods = periods.stream().map(String::strip).toList();
        this.calendars = calendars;
        this.clock = clock;
    }

    /**
     * What people are told of it now.
     *
     * @param open whether it is office time
     * @param note when an answer is to be expected; missing while it is office time
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Now(boolean open, List<String> hours, @Nullable String note) {}

    Now now() {
        ZonedDateTime now = clock.instant().atZone(LegalCalendar.ZONE);
        LegalCalendar calendar = calendars.current();
        LocalDate today = now.toLocalDate();
        LocalTime time = now.toLocalTime();
        boolean open = calendar.isWorkingDay(today) && periods.stream().anyMatch(it -> isIn(time, it));
        boolean over = !time.isBefore(end(periods.getLast()));
        LocalDate next = calendar.workingDayFrom(over ? today.plusDays(1) : today);
        return new Now(open, periods, open ? null : "现在是非办公时间，消息照常送达，法院一般在 " + next + " 办公时间处理。");
    }

    private static boolean isIn(LocalTime time, String period) {
        return !time.isBefore(LocalTime.parse(period.substring(0, 5))) && time.isBefore(end(period));
    }

    private static LocalTime end(String period) {
        return LocalTime.parse(period.substring(6));
    }
}
