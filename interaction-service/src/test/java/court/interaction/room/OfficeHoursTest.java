package court.interaction.room;

import static org.assertj.core.api.Assertions.assertThat;

import court.platform.calendar.Calendars;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OfficeHoursTest {

    private static final List<String> HOURS = List.of("09:00-11:30", "13:30-17:00");

    /** 2026-03-02 is a Monday; Asia/Shanghai is eight hours ahead. */
    @ParameterizedTest
    @CsvSource({
        "2026-03-02T01:00:00Z, true,",
        "2026-03-02T03:29:59Z, true,",
        "2026-03-02T03:30:00Z, false, 2026-03-02",
        "2026-03-02T00:59:59Z, false, 2026-03-02",
        "2026-03-02T09:00:00Z, false, 2026-03-03",
        "2026-03-06T09:00:00Z, false, 2026-03-09",
        "2026-03-07T02:00:00Z, false, 2026-03-09",
        "2026-10-01T02:00:00Z, false, 2026-10-08"
    })
    void outsideOfOfficeHoursPeopleAreToldWhenToExpectAnAnswer(Instant now, boolean open, String day) {
        OfficeHours.Now told = new OfficeHours(HOURS, new Calendars(null), Clock.fixed(now, ZoneOffset.UTC)).now();

        assertThat(told.open()).isEqualTo(open);
        assertThat(told.hours()).isEqualTo(HOURS);
        if (day == null) {
            assertThat(told.note()).isNull();
        } else {
            assertThat(told.note()).contains(day);
        }
    }
}
