package court.ledger.coverage;

import court.platform.contract.OnChain;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.ToDoubleFunction;
import org.springframework.stereotype.Component;

/** The newest coverage as operations see it; no figure before the first. */
@Component
class CoverageFigures {

    private final AtomicReference<Optional<Coverage>> newest = new AtomicReference<>(Optional.empty());

    CoverageFigures(MeterRegistry meters) {
        Arrays.stream(OnChain.values()).filter(OnChain::isBuilt).forEach(item -> {
            figure(meters, "spoken", "acts told, as their speakers count them", item, Coverage.Row::spoken);
            figure(meters, "on-ledger", "of the acts told, those with a leaf", item, Coverage.Row::onLedger);
            figure(meters, "pending", "acts told that may still come", item, Coverage.Row::pending);
            figure(meters, "missing", "acts told that were overtaken and have no leaf", item, Coverage.Row::missing);
            figure(meters, "unknown", "leaves of acts that nobody says to have told", item, Coverage.Row::unknown);
        });
    }

    private void figure(
            MeterRegistry meters, String name, String what, OnChain item, ToDoubleFunction<Coverage.Row> value) {
        Gauge.builder(
                        "court.ledger.coverage." + name,
                        () -> row(item).map(value::applyAsDouble).orElse(Double.NaN))
                .description(what)
                .tag("item", item.name())
                .register(meters);
    }

    private Optional<Coverage.Row> row(OnChain item) {
        return newest.get().map(it -> it.rows().get(item.ordinal()));
    }

    void show(Coverage coverage) {
        newest.set(Optional.of(coverage));
    }
}
