package court.gateway.outside;

import court.platform.model.Refusal;
import court.platform.model.Refused;
import io.netty.channel.ChannelOption;
import java.io.IOException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Somebody outside who answers JSON over HTTP, asked once and never again by itself. Addresses carry secrets and answers
 * carry personal data, so neither reaches a log, a trace or an error: whatever goes wrong is told by the kind of failure
 * alone. WeChat labels its JSON as plain text, so the label is not looked at.
 */
public final class OutsideParty {

    private static final Logger LOG = LoggerFactory.getLogger(OutsideParty.class);
    private static final JsonMapper JSON = new JsonMapper();
    private static final int CONNECT_MILLIS = 2000;
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final String name;
    private final Refusal away;
    private final WebClient http;

    /** @param away what the person is told when this party gives no usable answer */
    public OutsideParty(String name, String address, Refusal away) {
        this.name = name;
        this.away = away;
        HttpClient client = HttpClient.create()
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, CONNECT_MILLIS)
                .disableRetry(true);
        // not the application's builder: that one observes addresses and sends our trace along
        this.http = WebClient.builder()
                .clientConnector(new ReactorClientHttpConnector(client))
                .baseUrl(address)
                .build();
    }

    /** An answer with another status than success. */
    private static final class Unsuccessful extends IOException {

        private static final long serialVersionUID = 1L;

        Unsuccessful(int status) {
            super("HTTP " + status);
        }
    }

    public Mono<JsonNode> get(String template, Object... values) {
        return told(http.get().uri(template, values).exchangeToMono(OutsideParty::text));
    }

    public Mono<JsonNode> post(HttpHeaders headers, Object body, String template, Object... values) {
        return told(http.post()
                .uri(template, values)
                .headers(it -> it.addAll(headers))
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(JSON.writeValueAsString(body))
                .exchangeToMono(OutsideParty::text));
    }

    private static Mono<String> text(ClientResponse answer) {
        return answer.statusCode().is2xxSuccessful()
                ? answer.bodyToMono(String.class).defaultIfEmpty("")
                : answer.releaseBody()
                        .then(Mono.error(
                                () -> new Unsuccessful(answer.statusCode().value())));
    }

    private Mono<JsonNode> told(Mono<String> answer) {
        return answer.timeout(PATIENCE).map(JSON::readTree).onErrorMap(this::refusal);
    }

    private Throwable refusal(Throwable failure) {
        LOG.warn(
                "{} gives no usable answer: {}",
                name,
                failure instanceof Unsuccessful
                        ? failure.getMessage()
                        : failure.getClass().getName());
        return away.because();
    }

    /** An answer that came but says nothing we can use. */
    public Refused unusable(String what) {
        LOG.warn("{} gives no usable answer: {}", name, what);
        return away.because();
    }
}
