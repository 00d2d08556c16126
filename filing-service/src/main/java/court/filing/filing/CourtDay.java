package court.filing.filing;

import court.platform.calendar.LegalCalendar;
import java.time.Instant;
import java.time.LocalDate;

/** When something is done, and by which calendar limits end that day. */
record CourtDay(Instant now, LegalCalendar calendar) {

    /** The legal date, Asia/Shanghai (rule K3). */
    LocalDate today() {
        return LegalCalendar.dateOf(now);
    }
}
