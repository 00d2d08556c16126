package court.ledger.restore;

import court.platform.task.Rounds;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class RestorationConfiguration {

    @Bean
    Rounds telling(TellingTask task, @Value("${court.ledger.telling.every:2s}") Duration every) {
        return new Rounds("telling", every, task::round);
    }
}
