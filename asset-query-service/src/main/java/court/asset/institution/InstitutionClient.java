package court.asset.institution;

import io.github.resilience4j.bulkhead.BulkheadFullException;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import java.net.ConnectException;
import java.nio.charset.StandardCharsets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.WebClient.RequestHeadersSpec;
import org.springframework.web.reactive.function.client.WebClientRequestException;
import reactor.core.publisher.Mono;

/** Talks to institutions over HTTP. Never fails: whatever happens is an {@link Outcome}. */
public class InstitutionClient {

    private static final Logger LOG = LoggerFactory.getLogger(InstitutionClient.class);
    private static final String NUMBER = "X-Request-Number";
    private static final String COURT = "X-Court-Signature";
    private static final byte[] NOTHING = new byte[0];

    private final WebClient web;
    private final CourtSeal seal;
    private final Guards guards;

    InstitutionClient(WebClient web, CourtSeal seal, Guards guards) {
        this.web = web;
        this.seal = seal;
        this.guards = guards;
    }

    /** Sends a request. {@code body} is what {@code asked} was read from, byte for byte the same each time. */
    public Mono<Outcome> send(Institution institution, Asked asked, String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        var call = web.post()
                .uri(institution.address() + asked.path())
                .contentType(MediaType.APPLICATION_JSON)
                .header(NUMBER, asked.requestNumber())
                .header(COURT, seal.sign(bytes))
                .bodyValue(bytes);
        return guards.send(institution.id(), exchange(call))
                // an answer to a sending is never "unknown": that would be about another request
                .map(it -> it.status() == 404 ? new Received(400, it.body(), it.signature()) : it)
                .map(received -> ReplyReader.read(institution, asked, received))
                .onErrorResume(trouble -> Mono.just(silent(institution, trouble)));
    }

    /** Asks what became of a request. */
    public Mono<Outcome> ask(Institution institution, Asked asked) {
        var call = web.get()
                .uri(institution.address() + "/requests/{number}", asked.requestNumber())
                .header(NUMBER, asked.requestNumber())
                .header(COURT, seal.sign(NOTHING));
        return guards.ask(institution.id(), exchange(call))
                .map(received -> ReplyReader.read(institution, asked, received))
                .onErrorResume(trouble -> Mono.just(silent(institution, trouble)));
    }

    private static Mono<Received> exchange(RequestHeadersSpec<?> call) {
        return call.exchangeToMono(InstitutionClient::receive)
                .onErrorMap(InstitutionClient::neverLeft, refused -> new NothingSent());
    }

    private static Mono<Received> receive(ClientResponse response) {
        int status = response.statusCode().value();
        if (status >= 500) {
            return response.releaseBody().then(Mono.error(() -> new Failing(status)));
        }
        String signature = response.headers().asHttpHeaders().getFirst("X-Institution-Signature");
        return response.bodyToMono(byte[].class)
                .defaultIfEmpty(NOTHING)
                .map(body -> new Received(status, body, signature))
                .onErrorResume(InstitutionClient::tooLarge, large -> Mono.just(new Received(status, null, signature)));
    }

    private static boolean tooLarge(Throwable trouble) {
        return trouble instanceof DataBufferLimitException || trouble.getCause() instanceof DataBufferLimitException;
    }

    private static boolean neverLeft(Throwable trouble) {
        return trouble instanceof WebClientRequestException && trouble.getCause() instanceof ConnectException;
    }

    private static Outcome silent(Institution institution, Throwable trouble) {
        LOG.warn("no answer from {}: {}", institution.id(), trouble.getClass().getSimpleName());
        boolean nothingSent = trouble instanceof NothingSent
                || trouble instanceof CallNotPermittedException
                || trouble instanceof BulkheadFullException;
        return new Outcome.Silent(!nothingSent);
    }
}
