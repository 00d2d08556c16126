package court.gateway.route;

import court.platform.web.EdgeRefusal;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.PathContainer;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import reactor.core.publisher.Mono;

/**
 * The door: what is not meant to be reached is not there, whatever else the framework would serve, and what the outside
 * may not say (where a request came from, what only our own services tell each other) is not heard.
 */
@Component
@Order(-90)
class DoorFilter implements WebFilter {

    private static final List<PathPattern> INSIDE = List.of(
            PathPatternParser.defaultInstance.parse("/"),
            PathPatternParser.defaultInstance.parse("/page/*"),
            PathPatternParser.defaultInstance.parse("/api/v1/**"),
            // on the management port alone: on this one nothing answers there
            PathPatternParser.defaultInstance.parse("/actuator/**"),
            PathPatternParser.defaultInstance.parse("/.well-known/jwks.json"),
            PathPatternParser.defaultInstance.parse("/internal/v1/tokens"));
    /** RFC 9110 has Via and others pass; only what our services could believe is dropped. */
    private static final Pattern UNHEARD = Pattern.compile("forwarded|x-forwarded-.*|x-real-ip|x-court-.*");
    /** W3C Trace Context §3.2.2; one that is malformed starts a new trace. */
    private static final Pattern TRACE = Pattern.compile("00-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}");

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        ServerHttpRequest request = exchange.getRequest();
        PathContainer path = request.getPath().pathWithinApplication();
        if (INSIDE.stream().noneMatch(pattern -> pattern.matches(path))) {
            return Mono.error(EdgeRefusal.NO_SUCH_ADDRESS.because());
        }
        boolean socket = EdgeRoute.of(request.getMethod(), path)
                .filter(route -> route.kind() == EdgeRoute.Kind.SOCKET)
                .isPresent();
        ServerHttpRequest heard =
                request.mutate().headers(headers -> drop(headers, socket)).build();
        return chain.filter(exchange.mutate().request(heard).build());
    }

    private static void drop(HttpHeaders headers, boolean socket) {
        if (!socket) {
            headers.remove(HttpHeaders.UPGRADE); // what is not meant to become a socket stays a request
        }
        List.copyOf(headers.headerNames()).stream()
                .filter(name -> UNHEARD.matcher(name.toLowerCase(Locale.ROOT)).matches())
                .forEach(headers::remove);
        String trace = headers.getFirst("traceparent");
        if (trace != null && !TRACE.matcher(trace).matches()) {
            headers.remove("traceparent");
            headers.remove("tracestate");
        }
    }
}
