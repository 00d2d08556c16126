package court.gateway.limit;

import court.platform.web.Buckets;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
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
 * Slows down who tries to sign in, or to have identities verified, again and again, by the address the connection comes
 * from.
 */
@Component
@Order(-80)
class SignInLimitFilter implements WebFilter {

    private static final List<PathPattern> LIMITED = List.of(
            PathPatternParser.defaultInstance.parse("/api/v1/sessions/staff/**"),
            PathPatternParser.defaultInstance.parse("/api/v1/sessions/development"),
            PathPatternParser.defaultInstance.parse("/api/v1/sessions/wechat/**"),
            PathPatternParser.defaultInstance.parse("/api/v1/sessions/suishenban"),
            PathPatternParser.defaultInstance.parse("/api/v1/organisations/**"),
            PathPatternParser.defaultInstance.parse("/api/v1/sessions/refresh"),
            PathPatternParser.defaultInstance.parse("/api/v1/sessions/machine"),
            PathPatternParser.defaultInstance.parse("/internal/v1/tokens"));

    private final Buckets buckets;

    SignInLimitFilter(Limits limits) {
        this.buckets = new Buckets(limits.signInBurst(), limits.signInPerMinute(), System::nanoTime);
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        PathContainer path = exchange.getRequest().getPath().pathWithinApplication();
        if (LIMITED.stream().noneMatch(pattern -> pattern.matches(path))) {
            return chain.filter(exchange);
        }
        Duration wait = buckets.take(address(exchange.getRequest()));
        if (wait.isZero()) {
            return chain.filter(exchange);
        }
        exchange.getResponse().getHeaders().set(HttpHeaders.RETRY_AFTER, String.valueOf(wait.toSeconds() + 1));
        return Mono.error(LimitRefusal.TOO_MANY_ATTEMPTS.because());
    }

    private static String address(ServerHttpRequest request) {
        InetSocketAddress remote = request.getRemoteAddress();
        return remote == null ? "" : remote.getAddress().getHostAddress();
    }
}
