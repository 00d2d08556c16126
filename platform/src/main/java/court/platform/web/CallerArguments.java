package court.platform.web;

import court.platform.security.Actor;
import court.platform.security.Callers;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.reactive.BindingContext;
import org.springframework.web.reactive.result.method.HandlerMethodArgumentResolver;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Gives controllers the {@link Actor} who calls and the {@link Command} they make. */
final class CallerArguments implements HandlerMethodArgumentResolver {

    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,100}");
    private static final Pattern VERSION = Pattern.compile("\"\\d{1,18}\"");

    /** What each method answers with when all is well; to look for its annotation takes longer than all else here. */
    private final Map<Method, Integer> statuses = new ConcurrentHashMap<>();

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Actor.class || parameter.getParameterType() == Command.class;
    }

    @Override
    public Mono<Object> resolveArgument(MethodParameter parameter, BindingContext binding, ServerWebExchange exchange) {
        Mono<Actor> actor = Callers.of(exchange);
        return parameter.getParameterType() == Actor.class
                ? actor.cast(Object.class)
                : actor.map(it -> command(it, parameter, exchange));
    }

    private Command command(Actor actor, MethodParameter parameter, ServerWebExchange exchange) {
        ServerHttpRequest request = exchange.getRequest();
        return new Command(
                actor,
                key(request),
                request.getMethod() + " " + request.getPath().value(),
                exchange.getAttributeOrDefault(BodyDigestFilter.DIGEST, ""),
                statuses.computeIfAbsent(Objects.requireNonNull(parameter.getMethod()), CallerArguments::status),
                version(request.getHeaders().getFirst(HttpHeaders.IF_MATCH)));
    }

    private static String key(ServerHttpRequest request) {
        String key = request.getHeaders().getFirst("Idempotency-Key");
        if (key == null) {
            throw EdgeRefusal.KEY_MISSING.because();
        }
        if (!KEY.matcher(key).matches()) {
            throw EdgeRefusal.KEY_UNUSABLE.because();
        }
        return key;
    }

    private static int status(Method method) {
        ResponseStatus status = AnnotatedElementUtils.findMergedAnnotation(method, ResponseStatus.class);
        return status == null ? 200 : status.code().value();
    }

    private static @Nullable Long version(@Nullable String ifMatch) {
        if (ifMatch == null) {
            return null;
        }
        if (!VERSION.matcher(ifMatch).matches()) {
            throw EdgeRefusal.VERSION_UNREADABLE.because();
        }
        return Long.valueOf(ifMatch.substring(1, ifMatch.length() - 1));
    }
}
