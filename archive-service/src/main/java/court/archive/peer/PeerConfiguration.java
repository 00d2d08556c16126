package court.archive.peer;

import court.platform.peer.PeerAddresses;
import court.platform.peer.PeerClient;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.function.client.WebClient;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PeerAddresses.class)
class PeerConfiguration {

    @Bean
    Peers peers(WebClient.Builder builder, PeerAddresses addresses, Clock clock) {
        return new Peers(new PeerClient(builder, addresses, clock));
    }
}
