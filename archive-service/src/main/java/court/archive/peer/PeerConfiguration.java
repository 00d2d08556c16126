package court.archive.peer;

import io.netty.channel.ChannelOption;
import java.time.Clock;
import java.time.Duration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.netty.http.client.HttpClient;

/** Calls to other services: short patience, answers of bounded size. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PeerAddresses.class)
class PeerConfiguration {

    private static final int CONNECT_MILLIS = 1_000;
    private static final Duration ANSWER = Duration.ofSeconds(5);
    private static final int LARGEST_ANSWER = 16 * 1024 * 1024;

    @Bean
    Peers peers(WebClient.Builder builder, PeerAddresses addresses, Clock clock) {
        WebClient web = builder.clone()
                .clientConnector(new ReactorClientHttpConnector(HttpClient.create()
                        .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, CONNECT_MILLIS)
                        .responseTimeout(ANSWER)))
                .codecs(it -> it.defaultCodecs().maxInMemorySize(LARGEST_ANSWER))
                .build();
        return new Peers(web, addresses, new ServiceTokens(web, addresses, clock));
    }
}
