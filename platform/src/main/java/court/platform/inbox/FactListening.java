package court.platform.inbox;

import court.platform.outbox.TraceText;
import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How a listener takes a batch: fact by fact, each under the trace it was told in. Blocks. */
public final class FactListening {

    private static final Logger LOG = LoggerFactory.getLogger(FactListening.class);

    private final Inbox inbox;
    private final Tracer tracer;
    private final Propagator propagator;

    FactListening(Inbox inbox, Tracer tracer, Propagator propagator) {
        this.inbox = inbox;
        this.tracer = tracer;
        this.propagator = propagator;
    }

    /** Handles the records in order; returns when all are handled or parked, throws when they must come again. */
    public void take(List<ConsumerRecord<String, byte[]>> records, Inbox.Handler handler) {
        records.stream().map(Received::of).forEach(fact -> take(fact, handler));
    }

    private void take(Received fact, Inbox.Handler handler) {
        Span span = propagator
                .extract(fact.headers(), (headers, key) -> headers.get(key))
                .name("handle " + fact.type())
                .start();
        try (var scope = tracer.withSpan(span)) {
            inbox.takeAll(List.of(fact), it -> handler.apply(it).contextWrite(TraceText.under(span)));
            LOG.info("took {} {} of {}", fact.type(), fact.id(), fact.source());
        } finally {
            span.end();
        }
    }
}
