package court.gateway.session;

import court.gateway.route.EdgeRoute;
import java.time.Clock;
import java.time.Duration;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.cloud.gateway.filter.NettyWriteResponseFilter;
import org.springframework.core.Ordered;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Cuts a stream when its reader's session ends: what was let in once is asked again every second. */
@Component
class EndedStreamsFilter implements GlobalFilter, Ordered {

    private static final Duration LOOK = Duration.ofSeconds(1);

    private final LiveSession live;

    EndedStreamsFilter(RevokedSessions revoked, Clock clock) {
        this.live = new LiveSession(revoked, clock);
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        if (!isStream(exchange)) {
            return chain.filter(exchange);
        }
        return exchange.getPrincipal()
                .ofType(JwtAuthenticationToken.class)
                .map(caller -> chain.filter(exchange).takeUntilOther(ended(caller.getToken())))
                .defaultIfEmpty(chain.filter(exchange))
                .flatMap(stream -> stream);
    }

    private static boolean isStream(ServerWebExchange exchange) {
        return EdgeRoute.of(
                        exchange.getRequest().getMethod(),
                        exchange.getRequest().getPath().pathWithinApplication())
                .filter(route -> route.kind() == EdgeRoute.Kind.STREAM)
                .isPresent();
    }

    private Mono<Long> ended(Jwt token) {
        return Flux.interval(LOOK)
                .onBackpressureDrop()
                .filter(look -> live.validate(token).hasErrors())
                .next();
    }

    /** Around the filter that writes the answer. */
    @Override
    public int getOrder() {
        return NettyWriteResponseFilter.WRITE_RESPONSE_FILTER_ORDER - 1;
    }
}
