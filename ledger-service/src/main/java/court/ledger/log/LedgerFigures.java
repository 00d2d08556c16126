package court.ledger.log;

import court.ledger.log.Growth.Entered;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.apache.kafka.common.Metric;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.listener.MessageListenerContainer;
import org.springframework.stereotype.Component;

/** What operations see of the ledger: how large it is, how far behind, how long from an act to its signed checkpoint. */
@Component
class LedgerFigures {

    private static final Logger LOG = LoggerFactory.getLogger(LedgerFigures.class);

    private final AtomicLong treeSize = new AtomicLong();
    private final Counter leaves;
    private final Counter flawed;
    private final Timer toCheckpoint;
    private final Clock clock;

    LedgerFigures(MeterRegistry meters, KafkaListenerEndpointRegistry listeners, Clock clock) {
        this.clock = clock;
        this.leaves = Counter.builder("court.ledger.leaves")
                .description("leaves added by this process")
                .register(meters);
        this.flawed = Counter.builder("court.ledger.flawed")
                .description("facts that arrived with something wrong")
                .register(meters);
        this.toCheckpoint = Timer.builder("court.ledger.checkpoint.delay")
                .description("from the time of an act to the signed checkpoint over it")
                .publishPercentileHistogram()
                .register(meters);
        Gauge.builder("court.ledger.tree.size", treeSize, AtomicLong::get)
                .description("leaves of the tree as this process last saw it")
                .register(meters);
        Gauge.builder("court.ledger.lag", listeners, LedgerFigures::lag)
                .description("facts at the broker that are not entered yet")
                .register(meters);
    }

    void entered(Growth growth) {
        Instant now = clock.instant();
        treeSize.set(growth.head().size());
        leaves.increment(growth.leaves().size());
        growth.entered().forEach(it -> entered(it, now));
    }

    private void entered(Entered entered, Instant now) {
        Instant toldAt = entered.arrival().heading().toldAt();
        if (toldAt != null && entered.leaf() != null) {
            toCheckpoint.record(Duration.between(toldAt, now));
        }
        if (!entered.flaws().isEmpty()) {
            flawed.increment();
            LOG.error("fact {} arrived with flaws {}", entered.arrival().factId(), entered.flaws());
        }
    }

    private static double lag(KafkaListenerEndpointRegistry listeners) {
        MessageListenerContainer container = listeners.getListenerContainer(LedgerListener.ID);
        return container == null
                ? Double.NaN
                : container.metrics().values().stream()
                        .flatMap(it -> it.values().stream())
                        .filter(it -> it.metricName().name().equals("records-lag"))
                        .flatMap(LedgerFigures::number)
                        .mapToDouble(Double::doubleValue)
                        .sum();
    }

    private static Stream<Double> number(Metric metric) {
        return metric.metricValue() instanceof Double value && !value.isNaN() ? Stream.of(value) : Stream.empty();
    }
}
