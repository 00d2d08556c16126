package court.gateway.route;

import court.platform.model.Refused;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.netty.channel.ConnectTimeoutException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.cloud.gateway.support.ServiceUnavailableException;
import org.springframework.core.Ordered;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Says what became of a request when a service fails, and whether it may have been done: away means it was not sent.
 * What a service answers itself, problems too, passes untouched.
 */
@Component
class BackendFailures implements GlobalFilter, Ordered {

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        return chain.filter(exchange).onErrorMap(BackendFailures::told);
    }

    static Throwable told(Throwable failure) {
        if (failure instanceof ServiceUnavailableException
                || failure instanceof CallNotPermittedException
                || caused(failure, ConnectException.class)
                || caused(failure, ConnectTimeoutException.class)
                || caused(failure, UnknownHostException.class)) {
            return RouteRefusal.SERVICE_AWAY.because();
        }
        boolean late = failure instanceof ResponseStatusException status
                && status.getStatusCode().equals(HttpStatus.GATEWAY_TIMEOUT);
        if (late || failure instanceof TimeoutException) {
            return RouteRefusal.ANSWER_LATE.because();
        }
        return caused(failure, IOException.class) && !caused(failure, Refused.class)
                ? RouteRefusal.ANSWER_LOST.because()
                : failure;
    }

    private static boolean caused(@Nullable Throwable failure, Class<? extends Throwable> type) {
        for (Throwable it = failure; it != null; it = it.getCause()) {
            if (type.isInstance(it)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }
}
