package court.ledger.coverage;

import court.platform.peer.PeerAddresses;
import court.platform.peer.PeerClient;
import court.platform.task.Rounds;
import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.function.client.WebClient;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PeerAddresses.class)
class CoverageConfiguration {

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    @Bean
    SpokenActs spokenActs(WebClient.Builder builder, PeerAddresses addresses, Clock clock) {
        return new SpokenActs(new PeerClient(builder, addresses, clock));
    }

    @Bean
    Rounds coverage(CoverageMeasure measure, @Value("${court.ledger.coverage.every:5m}") Duration every) {
        return new Rounds("coverage", every, () -> measure.measure().block(PATIENCE));
    }
}
