package court.gateway.route;

import court.platform.web.EdgeRefusal;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Refuses bodies that are too large: at once where the length is told, else at the byte too many. Holds nothing back. */
@Component
@Order(-50)
class SizeFilter implements WebFilter {

    static final long ORDINARY = 1024L * 1024;
    /** A file of 200 MB and what multipart wraps around it. */
    static final long UPLOAD = 201L * 1024 * 1024;
    /** A file of 2 GB, looked at and not kept, and the same around it. */
    static final long CHECK = 2049L * 1024 * 1024;

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        ServerHttpRequest request = exchange.getRequest();
        long limit = EdgeRoute.of(request.getMethod(), request.getPath().pathWithinApplication())
                .map(route -> switch (route.kind()) {
                    case UPLOAD -> UPLOAD;
                    case CHECK -> CHECK;
                    default -> ORDINARY;
                })
                .orElse(ORDINARY);
        if (request.getHeaders().getContentLength() > limit) {
            return Mono.error(EdgeRefusal.BODY_TOO_LARGE.because());
        }
        return chain.filter(exchange.mutate().request(counted(request, limit)).build());
    }

    private static ServerHttpRequest counted(ServerHttpRequest request, long limit) {
        return new ServerHttpRequestDecorator(request) {
            @Override
            public Flux<DataBuffer> getBody() {
                AtomicLong total = new AtomicLong();
                return super.getBody().handle((buffer, sink) -> {
                    if (total.addAndGet(buffer.readableByteCount()) > limit) {
                        DataBufferUtils.release(buffer);
                        sink.error(EdgeRefusal.BODY_TOO_LARGE.because());
                    } else {
                        sink.next(buffer);
                    }
                });
            }
        };
    }
}
