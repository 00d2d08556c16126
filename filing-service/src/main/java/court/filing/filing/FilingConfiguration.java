package court.filing.filing;

import court.platform.task.Rounds;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How often what goes on in the background is looked at. */
@Configuration(proxyBeanMethods = false)
class FilingConfiguration {

    /** Where no scanner is configured nobody is asked. */
    @Bean
    @ConditionalOnExpression("!'${court.scan.clamd:}'.isBlank()")
    Rounds rescanFiles(RescanTask task, @Value("${court.scan.again-every:30s}") Duration every) {
        return new Rounds("rescan-files", every, task::round);
    }

    @Bean
    Rounds destroyDiscarded(DestroyDiscardedTask task, @Value("${court.filing.destroy-every:5s}") Duration every) {
        return new Rounds("destroy-discarded", every, task::round);
    }
}
