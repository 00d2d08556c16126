package court.platform.outbox;

import io.micrometer.tracing.TraceContext;
import io.micrometer.tracing.Tracer;
import reactor.core.publisher.Mono;

/** The current trace as W3C Trace Context text, so that it goes with a fact from the request to its last listener. */
public final class TraceText {

    private final Tracer tracer;

    public TraceText(Tracer tracer) {
        this.tracer = tracer;
    }

    /** The current {@code traceparent}; never empty: what starts here starts its own trace. */
    public Mono<String> current() {
        // handle is where Reactor puts the trace of its context onto the thread
        return Mono.just(tracer).handle((it, sink) -> {
            TraceContext context = it.currentTraceContext().context();
            sink.next(context == null ? started() : text(context));
        });
    }

    /** The id shown to people in problems; empty outside any trace. */
    public Mono<String> traceId() {
        return Mono.just(tracer).handle((it, sink) -> {
            TraceContext context = it.currentTraceContext().context();
            if (context != null) {
                sink.next(context.traceId());
            }
        });
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
