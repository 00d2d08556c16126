package court.gateway.route;

import court.platform.model.Refused;
import court.platform.web.EdgeRefusal;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
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
import reactor.core.publisher.Sinks;

/** Refuses bodies that are too large: at once where the length is told, else at the byte too many. Holds nothing back. */
@Component
@Order(-50)
class SizeFilter implements WebFilter {

    private static final Logger LOG = LoggerFactory.getLogger(SizeFilter.class);

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
            return Mono.error(tooLarge(request, limit));
        }
        Sinks.Empty<Void> refusal = Sinks.empty();
        ServerHttpRequest counted = counted(request, limit, refusal);
        return chain.filter(exchange.mutate().request(counted).build()).takeUntilOther(refusal.asMono());
    }

    /** What is too much is told to who sent it; the body stands still until the request to the service is cut. */
    private static ServerHttpRequest counted(ServerHttpRequest request, long limit, Sinks.Empty<Void> refusal) {
        return new ServerHttpRequestDecorator(request) {
            @Override
            public Flux<DataBuffer> getBody() {
                AtomicLong total = new AtomicLong();
                return super.getBody()
                        .<DataBuffer>handle((buffer, sink) -> {
                            if (total.addAndGet(buffer.readableByteCount()) > limit) {
                                DataBufferUtils.release(buffer);
                                sink.error(tooLarge(request, limit));
                            } else {
                                sink.next(buffer);
                            }
                        })
                        .onErrorResume(Refused.class, refused -> {
                            refusal.tryEmitError(refused);
                            return Flux.never();
                        });
            }
        };
    }

    private static Refused tooLarge(ServerHttpRequest request, long limit) {
        LOG.info(
                "refused {} {}: more than {} bytes",
                request.getMethod(),
                request.getPath().pathWithinApplication(),
                limit);
        return EdgeRefusal.BODY_TOO_LARGE.because();
    }
}
