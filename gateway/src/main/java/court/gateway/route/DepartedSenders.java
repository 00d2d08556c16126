package court.gateway.route;

import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.netty.channel.AbortedException;

/**
 * Who leaves while sending is no failure of ours: the request to the service is cut as well, which keeps what came, and one
 * line says so.
 */
@Component
@Order(-40)
class DepartedSenders implements WebFilter {

    private static final Logger LOG = LoggerFactory.getLogger(DepartedSenders.class);

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        Sinks.Empty<Void> departed = Sinks.empty();
        ServerHttpRequest request = noticing(exchange.getRequest(), departed);
        return chain.filter(exchange.mutate().request(request).build()).takeUntilOther(departed.asMono());
    }

    /** A body that ends with a failure would be told as one by the client that sends it on, so it stands still until it is cut. */
    private static ServerHttpRequest noticing(ServerHttpRequest request, Sinks.Empty<Void> departed) {
        return new ServerHttpRequestDecorator(request) {
            @Override
            public Flux<DataBuffer> getBody() {
                return super.getBody().onErrorResume(DepartedSenders::isDeparture, gone -> {
                    LOG.info(
                            "who sent {} {} left before the end",
                            getMethod(),
                            getPath().pathWithinApplication());
                    departed.tryEmitEmpty();
                    return Flux.never();
                });
            }
        };
    }

    private static boolean isDeparture(Throwable failure) {
        return failure instanceof AbortedException || failure instanceof IOException;
    }
}
