package court.platform.outside;

import court.platform.model.Refusal;
import io.netty.channel.ChannelOption;
import java.net.ConnectException;
import java.time.Duration;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.WebClientRequestException;
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
    private final Function<Unanswered, RuntimeException> failure;
    private final WebClient http;

    /** @param away what the person is told when this party gives no usable answer */
    public OutsideParty(String name, String address, Refusal away) {
        this(name, address, unanswered -> away.because());
    }

    /** One whose failures are ours to deal with: each is an {@link Unanswered}. */
    public OutsideParty(String name, String address) {
        this(name, address, unanswered -> unanswered);
    }

    private OutsideParty(String name, String address, Function<Unanswered, RuntimeException> failure) {
        this.name = name;
        this.failure = failure;
        HttpClient client = HttpClient.create()
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, CONNECT_MILLIS)
                .disableRetry(true);
        // not the application's builder: that one observes addresses and sends our trace along
        this.http = WebClient.builder()
                .clientConnector(new ReactorClientHttpConnector(client))
                .baseUrl(address)
                .build();
    }

    public Mono<JsonNode> get(String template, Object... values) {
        return get(HttpHeaders.EMPTY, template, values);
    }

    public Mono<JsonNode> get(HttpHeaders headers, String template, Object... values) {
        return told(http.get()
                .uri(template, values)
                .headers(it -> it.addAll(headers))
                .exchangeToMono(OutsideParty::text));
    }

    public Mono<JsonNode> post(HttpHeaders headers, Object body, String template, Object... values) {
        return postText(headers, JSON.writeValueAsString(body), template, values);
    }

    /** Posts JSON exactly as given, such as was signed. */
    public Mono<JsonNode> postText(HttpHeaders headers, String json, String template, Object... values) {
        return told(http.post()
                .uri(template, values)
                .headers(it -> it.addAll(headers))
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(json)
                .exchangeToMono(OutsideParty::text));
    }

    private static Mono<String> text(ClientResponse answer) {
        return answer.statusCode().is2xxSuccessful()
                ? answer.bodyToMono(String.class).defaultIfEmpty("")
                : answer.releaseBody()
                        .then(Mono.error(
                                () -> Unanswered.status(answer.statusCode().value())));
    }

    private Mono<JsonNode> told(Mono<String> answer) {
        return answer.timeout(PATIENCE).map(JSON::readTree).onErrorMap(this::refusal);
    }

    private RuntimeException refusal(Throwable trouble) {
        Unanswered unanswered = unanswered(trouble);
        LOG.warn("{} gives no usable answer: {}", name, unanswered.getMessage());
        return failure.apply(unanswered);
    }

    private static Unanswered unanswered(Throwable trouble) {
        if (trouble instanceof Unanswered told) {
            return told;
        }
        boolean neverLeft =
                trouble instanceof WebClientRequestException && trouble.getCause() instanceof ConnectException;
        return new Unanswered(
                neverLeft ? Unanswered.Kind.NOT_REACHED : Unanswered.Kind.DOUBTFUL,
                trouble.getClass().getName());
    }

    /** An answer that came but says nothing we can use. */
    public RuntimeException unusable(String what) {
        LOG.warn("{} gives no usable answer: {}", name, what);
        return failure.apply(new Unanswered(Unanswered.Kind.DOUBTFUL, what));
    }
}
