package court.platform.time;

import java.nio.file.Path;
import java.time.Clock;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;

/** The one clock of a service. Production refuses to start with a clock that can be moved. */
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
}
