package court.ledger.log;

import court.platform.task.Rounds;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class LogConfiguration {

    @Bean
    Rounds publishing(PublishingTask task) {
        return new Rounds("publishing", Duration.ZERO, task::round);
    }
}
