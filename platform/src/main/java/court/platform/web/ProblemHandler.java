package court.platform.web;

import court.platform.model.Refused;
import court.platform.outbox.TraceText;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebExceptionHandler;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Turns every failure of every path into problem details; the only place where an error gets its shape. */
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
public final class ProblemHandler implements WebExceptionHandler {

    private final TraceText trace;
    private final JsonMapper json;

    public ProblemHandler(TraceText trace, JsonMapper json) {
        this.trace = trace;
        this.json = json;
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, Throwable failure) {
        ServerHttpResponse response = exchange.getResponse();
        if (response.isCommitted()) {
            return Mono.error(failure);
        }
        if (failure instanceof Replayed replayed) {
            return replay(response, replayed);
        }
        Refused refused = Refusals.of(failure);
        return trace.traceId()
                .map(traceId -> Problem.of(refused, traceId))
                .defaultIfEmpty(Problem.of(refused, null))
                .flatMap(problem -> write(response, problem));
    }

    private Mono<Void> write(ServerHttpResponse response, Problem problem) {
        if (problem.status() == 401) {
            response.getHeaders().set(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        return bytes(response, problem.status(), MediaType.APPLICATION_PROBLEM_JSON, json.writeValueAsBytes(problem));
    }

    private static Mono<Void> replay(ServerHttpResponse response, Replayed replayed) {
        response.getHeaders().set("Idempotency-Replayed", "true");
        if (replayed.version() != null) {
            response.getHeaders().setETag("\"" + replayed.version() + "\"");
        }
        return bytes(response, replayed.status(), MediaType.APPLICATION_JSON, replayed.body());
    }

    private static Mono<Void> bytes(ServerHttpResponse response, int status, MediaType type, byte[] body) {
        response.setStatusCode(HttpStatus.valueOf(status));
        response.getHeaders().setContentType(type);
        response.getHeaders().setContentLength(body.length);
        return response.writeWith(
                Mono.fromSupplier(() -> response.bufferFactory().wrap(body)));
    }
}
