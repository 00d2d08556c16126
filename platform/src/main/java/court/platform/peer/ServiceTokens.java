package court.platform.peer;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;

/** This service's own token, fetched at the gateway with client credentials and kept for four fifths of its life. */
final class ServiceTokens {

    private static final Kept NONE = new Kept("", Instant.MIN);

    private final WebClient web;
    private final PeerAddresses addresses;
    private final Clock clock;
    private final AtomicReference<Kept> kept = new AtomicReference<>(NONE);

    ServiceTokens(WebClient web, PeerAddresses addresses, Clock clock) {
        this.web = web;
        this.addresses = addresses;
        this.clock = clock;
    }

    private record Kept(String text, Instant until) {}

    /** @param expiresIn seconds */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Issued(String accessToken, long expiresIn) {}

    Mono<String> token() {
        return Mono.fromSupplier(kept::get)
                .filter(it -> clock.instant().isBefore(it.until()))
                .map(Kept::text)
                .switchIfEmpty(Mono.defer(this::fetch));
    }

    /** The token was refused: the next one is fetched, whatever the clock says. */
    void forget() {
        kept.set(NONE);
    }

    private Mono<String> fetch() {
        return web.post()
                .uri(addresses.token().address() + "/internal/v1/tokens")
                .headers(it -> it.setBasicAuth(
                        addresses.client().id(), addresses.client().secret()))
                .retrieve()
                .bodyToMono(Issued.class)
                .doOnNext(this::keep)
                .map(Issued::accessToken);
    }

    private void keep(Issued issued) {
        Duration life = Duration.ofSeconds(issued.expiresIn());
        kept.set(new Kept(
                issued.accessToken(), clock.instant().plus(life.multipliedBy(4).dividedBy(5))));
    }
}
