package court.platform.peer;

import io.netty.channel.ChannelOption;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.WebClientResponseException.NotFound;
import org.springframework.web.reactive.function.client.WebClientResponseException.Unauthorized;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;
import reactor.util.retry.Retry;

/** Asks other services for what is theirs: short patience, answers of bounded size. */
public final class PeerClient {

    private static final Logger LOG = LoggerFactory.getLogger(PeerClient.class);
    private static final Duration WHOLE_CALL = Duration.ofSeconds(8);
    private static final int CONNECT_MILLIS = 1_000;
    private static final Duration ANSWER = Duration.ofSeconds(5);
    private static final int LARGEST_ANSWER = 16 * 1024 * 1024;

    private final WebClient web;
    private final PeerAddresses addresses;
    private final ServiceTokens tokens;

    public PeerClient(WebClient.Builder builder, PeerAddresses addresses, Clock clock) {
        this.web = builder.clone()
                .clientConnector(new ReactorClientHttpConnector(HttpClient.create()
                        .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, CONNECT_MILLIS)
                        .responseTimeout(ANSWER)))
                .codecs(it -> it.defaultCodecs().maxInMemorySize(LARGEST_ANSWER))
                .build();
        this.addresses = addresses;
        this.tokens = new ServiceTokens(web, addresses, clock);
    }

    /** What this service answers at this path. */
    public <T> Mono<T> get(String peer, String path, ParameterizedTypeReference<T> type) {
        return tokens.token()
                .flatMap(token -> web.get()
                        .uri(addresses.of(peer) + path)
                        .headers(it -> it.setBearerAuth(token))
                        .retrieve()
                        .bodyToMono(type))
                .doOnError(Unauthorized.class, refused -> tokens.forget())
                .retryWhen(Retry.max(1).filter(Unauthorized.class::isInstance))
                .timeout(WHOLE_CALL)
                .doOnError(
                        failure -> !(failure instanceof NotFound), // may well be an answer
                        failure -> LOG.warn("{} did not answer {}: {}", peer, path, failure.toString()));
    }
}
