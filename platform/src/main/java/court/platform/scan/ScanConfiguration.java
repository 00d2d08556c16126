package court.platform.scan;

import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.convert.DurationStyle;
import org.springframework.context.annotation.Bean;

/** Who looks into files: the ClamAV daemon named in {@code court.scan.clamd}; without one nobody does, and every file says so. */
@AutoConfiguration
public class ScanConfiguration {

    @Bean
    @ConditionalOnMissingBean
    VirusScan virusScan(
            @Value("${court.scan.clamd:}") String clamd,
            @Value("${court.scan.within:60s}") String within,
            Clock clock) {
        return clamd.isBlank()
                ? content -> Scan.none(clock.instant())
                : new Clamd(new ClamdAddress(clamd.strip()), DurationStyle.detectAndParse(within), clock);
    }
}
