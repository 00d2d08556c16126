package court.platform.web;

import court.platform.outbox.TextDigests;
import java.util.Set;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Reads the body of a command once, bounded, so that its digest stands with its idempotency key. Uploads pass by; a form is looked
 * through byte by byte for its boundaries, so its bytes come out of Netty's buffers first, where each look is dear.
 */
final class BodyDigestFilter implements WebFilter {

    static final String DIGEST = BodyDigestFilter.class.getName();
    /** {@code application/offset+octet-stream}: POST is the twin of PATCH there. */
    private static final String TUS = "offset+octet-stream";

    private static final int LIMIT = 1024 * 1024;
    private static final Set<HttpMethod> COMMANDS = Set.of(HttpMethod.POST, HttpMethod.PUT, HttpMethod.DELETE);

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        ServerHttpRequest request = exchange.getRequest();
        MediaType type = request.getHeaders().getContentType();
        if (type != null && type.getType().equals("multipart")) {
            return chain.filter(exchange.mutate().request(onHeap(request)).build());
        }
        if ((type != null && type.getSubtype().equals(TUS)) || !COMMANDS.contains(request.getMethod())) {
            return chain.filter(exchange);
        }
        return DataBufferUtils.join(request.getBody(), LIMIT)
                .map(BodyDigestFilter::bytes)
                .defaultIfEmpty(new byte[0])
                .flatMap(body -> {
                    exchange.getAttributes().put(DIGEST, TextDigests.of(body).sha256());
                    return chain.filter(
                            exchange.mutate().request(again(request, body)).build());
                });
    }

    private static ServerHttpRequest onHeap(ServerHttpRequest request) {
        return new ServerHttpRequestDecorator(request) {
            @Override
            public Flux<DataBuffer> getBody() {
                return super.getBody().map(it -> DefaultDataBufferFactory.sharedInstance.wrap(bytes(it)));
            }
        };
    }

    private static byte[] bytes(DataBuffer buffer) {
        byte[] bytes = new byte[buffer.readableByteCount()];
        buffer.read(bytes);
        DataBufferUtils.release(buffer);
        return bytes;
    }

    private static ServerHttpRequest again(ServerHttpRequest request, byte[] body) {
        return new ServerHttpRequestDecorator(request) {
            @Override
            public Flux<DataBuffer> getBody() {
                return body.length == 0
                        ? Flux.empty()
                        : Flux.defer(() -> Flux.just(DefaultDataBufferFactory.sharedInstance.wrap(body)));
            }
        };
    }
}
