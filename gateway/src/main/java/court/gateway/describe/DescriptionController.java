package court.gateway.describe;

import court.gateway.route.EdgeRoute;
import court.gateway.route.Peers;
import court.gateway.route.RouteRefusal;
import io.swagger.v3.oas.annotations.Hidden;
import io.swagger.v3.oas.annotations.Parameter;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springdoc.webflux.api.OpenApiWebfluxResource;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The API description of the whole edge, put together from what each service says of itself. */
@Hidden
@RestController
class DescriptionController {

    private static final Logger LOG = LoggerFactory.getLogger(DescriptionController.class);
    private static final JsonMapper JSON = new JsonMapper();
    private static final String DOCS = "/v3/api-docs";

    private final OpenApiWebfluxResource own;
    private final WebClient http;
    private final Peers peers;

    DescriptionController(OpenApiWebfluxResource own, WebClient.Builder http, Peers peers) {
        this.own = own;
        this.http = http.codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(4 * 1024 * 1024))
                .build();
        this.peers = peers;
    }

    private record Part(String service, JsonNode description) {}

    @GetMapping(path = "/api/v1/openapi.json", produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<String> describe(@Parameter(hidden = true) ServerHttpRequest request) {
        return Flux.fromIterable(EdgeRoute.peers())
                .flatMap(this::peer)
                .mergeWith(own(request))
                .collectMap(Part::service, it -> Reachable.of(it.service(), it.description()))
                .map(parts -> EdgeDescription.merge(Map.copyOf(parts)).toPrettyString());
    }

    private Mono<Part> peer(String name) {
        return http.get()
                .uri(peers.of(name).resolve(DOCS))
                .retrieve()
                .bodyToMono(String.class)
                .timeout(Duration.ofSeconds(10))
                .map(text -> new Part(name, JSON.readTree(text)))
                .onErrorMap(failure -> {
                    LOG.warn(
                            "no API description of {}: {}",
                            name,
                            failure.getClass().getName());
                    return RouteRefusal.SERVICE_AWAY.because();
                });
    }

    private Mono<Part> own(ServerHttpRequest request) {
        return Mono.defer(() -> {
                    try {
                        return own.openapiJson(request, DOCS, Locale.ROOT);
                    } catch (com.fasterxml.jackson.core.JsonProcessingException impossible) {
                        return Mono.error(impossible);
                    }
                })
                .map(bytes -> new Part("gateway", JSON.readTree(bytes)));
    }
}
