package court.platform.time;

import court.platform.calendar.Calendars;
import java.nio.file.Path;
import java.time.Clock;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;

/** The one clock of a service, and its one calendar. Production refuses to start with a clock that can be moved. */
@AutoConfiguration
public class ClockConfiguration {

    @Bean
    Clock clock(Environment environment) {
        String offset = environment.getProperty("court.clock.offset-file");
        if (offset == null || offset.isBlank()) {
            return new CourtClock(null);
        }
        if (environment.acceptsProfiles(Profiles.of("production"))) {
            throw new IllegalStateException("court.clock.offset-file moves the clock: not in production");
        }
        return new CourtClock(Path.of(offset));
    }

    /** The legal calendar; {@code court.calendar} names the folder of announcements that all services share. */
    @Bean
    Calendars calendars(Environment environment) {
        String folder = environment.getProperty("court.calendar");
        return new Calendars(folder == null || folder.isBlank() ? null : Path.of(folder));
    }
}
