package court.platform.web;

import java.util.Objects;
import org.springframework.core.ReactiveAdapterRegistry;
import org.springframework.core.ResolvableType;
import org.springframework.http.codec.ServerCodecConfigurer;
import org.springframework.web.reactive.HandlerResult;
import org.springframework.web.reactive.accept.RequestedContentTypeResolver;
import org.springframework.web.reactive.result.method.annotation.ResponseBodyResultHandler;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Writes a {@link Versioned} answer with its version as {@code ETag}, so that no controller can forget it. */
final class VersionedResultHandler extends ResponseBodyResultHandler {

    VersionedResultHandler(ServerCodecConfigurer codecs, RequestedContentTypeResolver types) {
        super(codecs.getWriters(), types, ReactiveAdapterRegistry.getSharedInstance());
        setOrder(90);
    }

    @Override
    public boolean supports(HandlerResult result) {
        ResolvableType type = result.getReturnType();
        return super.supports(result)
                && type.resolve() == Mono.class
                && Versioned.class.isAssignableFrom(type.getGeneric(0).toClass());
    }

    @Override
    public Mono<Void> handleResult(ServerWebExchange exchange, HandlerResult result) {
        return ((Mono<?>) Objects.requireNonNull(result.getReturnValue()))
                .cast(Versioned.class)
                .flatMap(answer -> {
                    exchange.getResponse().getHeaders().setETag("\"" + answer.version() + "\"");
                    return super.handleResult(exchange, again(result, answer));
                });
    }

    private static HandlerResult again(HandlerResult result, Versioned answer) {
        return new HandlerResult(
                result.getHandler(), Mono.just(answer), result.getReturnTypeSource(), result.getBindingContext());
    }
}
