package court.asset.institution;

import io.netty.channel.ChannelOption;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;

/** Calls to institutions: answers of bounded size, and nothing repeated behind our back. */
@Configuration(proxyBeanMethods = false)
class ClientConfiguration {

    private static final int LARGEST_ANSWER = 256 * 1024;
    private static final int CONNECT_MILLIS = 1_000;
    private static final Duration IDLE = Duration.ofSeconds(5);

    /** Room for all institutions at once, also when they stand behind one address: the bulkheads are the limit. */
    @Bean(destroyMethod = "dispose")
    ConnectionProvider institutionConnections() {
        return ConnectionProvider.builder("institutions")
                .maxConnections(500)
                .maxIdleTime(IDLE)
                .build();
    }

    @Bean
    InstitutionClient institutionClient(
            WebClient.Builder builder, ConnectionProvider institutionConnections, CourtSeal seal, Guards guards) {
        HttpClient http = HttpClient.create(institutionConnections)
                // a request cut half-way may have arrived: it is reconciled, never sent again unasked
                .disableRetry(true)
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, CONNECT_MILLIS);
        WebClient web = builder.clone()
                .clientConnector(new ReactorClientHttpConnector(http))
                .codecs(it -> it.defaultCodecs().maxInMemorySize(LARGEST_ANSWER))
                .build();
        return new InstitutionClient(web, seal, guards);
    }
}
