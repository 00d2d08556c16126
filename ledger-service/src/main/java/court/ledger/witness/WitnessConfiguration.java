package court.ledger.witness;

import court.platform.task.Rounds;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(WitnessSettings.class)
class WitnessConfiguration {

    @Bean
    Rounds cosigning(CosigningTask task, @Value("${court.ledger.cosigning.every:250ms}") Duration every) {
        return new Rounds("cosigning", every, task::round);
    }
}
