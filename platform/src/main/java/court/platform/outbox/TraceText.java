package court.platform.outbox;

import io.micrometer.observation.Observation;
import io.micrometer.tracing.Span;
import io.micrometer.tracing.TraceContext;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.handler.TracingObservationHandler.TracingContext;
import java.util.Optional;
import java.util.function.UnaryOperator;
import reactor.core.publisher.Mono;
import reactor.util.context.Context;
import reactor.util.context.ContextView;

/**
 * The current trace as W3C Trace Context text, so that it goes with a fact from the request to its last listener. It is read from
 * Reactor's context, where a request's observation lies or who handles a fact has put its trace.
 */
public final class TraceText {

    /** Where WebFlux puts the observation of a request: the key of Micrometer's {@code ObservationThreadLocalAccessor}. */
    private static final String REQUEST = "micrometer.observation";

    private final Tracer tracer;

    public TraceText(Tracer tracer) {
        this.tracer = tracer;
    }

    /** Puts a trace where it is read; for {@code contextWrite}. */
    public static UnaryOperator<Context> under(Span span) {
        return context -> context.put(TraceText.class, span.context());
    }

    /** The current {@code traceparent}; never empty: what starts here starts its own trace. */
    public Mono<String> current() {
        return Mono.deferContextual(
                context -> Mono.just(find(context).map(TraceText::text).orElseGet(this::started)));
    }

    /** The id shown to people in problems; empty outside any trace. */
    public Mono<String> traceId() {
        return Mono.deferContextual(context -> Mono.justOrEmpty(find(context).map(TraceContext::traceId)));
    }

    /** Writes a log that names the trace a {@code traceparent} tells. */
    void under(String traceparent, Runnable log) {
        String[] parts = traceparent.split("-", -1);
        TraceContext told = tracer.traceContextBuilder()
                .traceId(parts[1])
                .spanId(parts[2])
                .sampled(parts[3].equals("01"))
                .build();
        try (var scope = tracer.currentTraceContext().maybeScope(told)) {
            log.run();
        }
    }

    private static Optional<TraceContext> find(ContextView context) {
        return context.<TraceContext>getOrEmpty(TraceText.class)
                .or(() -> context.<Observation>getOrEmpty(REQUEST).flatMap(TraceText::ofRequest));
    }

    private static Optional<TraceContext> ofRequest(Observation request) {
        TracingContext tracing = request.getContextView().get(TracingContext.class);
        return Optional.ofNullable(tracing).map(TracingContext::getSpan).map(Span::context);
    }

    private String started() {
        var span = tracer.nextSpan().name("tell").start();
        try {
            return text(span.context());
        } finally {
            span.end();
        }
    }

    private static String text(TraceContext context) {
        return "00-" + pad(context.traceId()) + "-" + context.spanId()
                + (Boolean.TRUE.equals(context.sampled()) ? "-01" : "-00");
    }

    private static String pad(String traceId) {
        return traceId.length() == 32 ? traceId : "0".repeat(32 - traceId.length()) + traceId;
    }
}
