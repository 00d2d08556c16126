package court.ledger.audit;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What operations see of the audit. An alert belongs on {@code court.ledger.audit.findings} above 0. */
@Component
class AuditFigures {

    private final Counter leaves;
    private final Counter bytes;
    private final AtomicReference<@Nullable Position> position = new AtomicReference<>();
    private final AtomicReference<Findings.@Nullable Pass> last = new AtomicReference<>();
    private final Clock clock;

    /** Where a walk is: so many leaves of so many. */
    record Position(long at, long of) {}

    AuditFigures(MeterRegistry meters, Clock clock) {
        this.clock = clock;
        this.leaves = Counter.builder("court.ledger.audit.leaves")
                .description("leaves read again by this process")
                .register(meters);
        this.bytes = Counter.builder("court.ledger.audit.bytes")
                .baseUnit("bytes")
                .description("bytes of facts and files read again by this process")
                .register(meters);
        Gauge.builder("court.ledger.audit.findings", last, it -> number(it.get(), Findings.Pass::findings))
                .description("what the last complete walk found not to be as it was written")
                .register(meters);
        Gauge.builder("court.ledger.audit.age", last, it -> number(it.get(), this::age))
                .baseUnit("seconds")
                .description("since the last complete walk")
                .register(meters);
        Gauge.builder("court.ledger.audit.position", position, it -> number(it.get(), Position::at))
                .description("leaves that the walk has read; nothing between two walks")
                .register(meters);
        Gauge.builder("court.ledger.audit.size", position, it -> number(it.get(), Position::of))
                .description("leaves that the walk is to read; nothing between two walks")
                .register(meters);
    }

    void started(long of) {
        position.set(new Position(0, of));
    }

    /** One step further. */
    void read(Position now, long moreLeaves, long moreBytes) {
        position.set(now);
        leaves.increment(moreLeaves);
        bytes.increment(moreBytes);
    }

    void finished(Findings.Pass pass) {
        position.set(null);
        last.set(pass);
    }

    Optional<Position> position() {
        return Optional.ofNullable(position.get());
    }

    private double age(Findings.Pass pass) {
        return Duration.between(pass.finishedAt(), Instant.now(clock)).toMillis() / 1000.0;
    }

    private static <T> double number(@Nullable T thing, java.util.function.ToDoubleFunction<T> of) {
        return thing == null ? Double.NaN : of.applyAsDouble(thing);
    }
}
