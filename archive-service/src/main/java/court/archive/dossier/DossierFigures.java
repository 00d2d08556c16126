package court.archive.dossier;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;

/** What operations see of the archive: how much was filed and how long it took from the act to its entry. */
@Component
class DossierFigures {

    private final Counter entries;
    private final Counter accesses;
    private final Timer delay;

    DossierFigures(MeterRegistry meters) {
        this.entries = Counter.builder("court.archive.entries")
                .description("acts filed by this process")
                .register(meters);
        this.accesses = Counter.builder("court.archive.accesses")
                .description("views of protected data registered by this process")
                .register(meters);
        this.delay = Timer.builder("court.archive.entry.delay")
                .description("from the time of an act to its dossier entry")
                .publishPercentileHistogram()
                .register(meters);
    }

    void stored(List<Entries.Stored> facts) {
        for (Entries.Stored fact : facts) {
            if (fact.register() == Register.DOSSIER) {
                entries.increment();
                delay.record(onTheWay(fact));
            } else {
                accesses.increment();
            }
        }
    }

    /** Clocks of two machines may differ by a little; no way takes less than nothing. */
    private static Duration onTheWay(Entries.Stored fact) {
        Duration way = Duration.between(fact.time(), fact.receivedAt());
        return way.isNegative() ? Duration.ZERO : way;
    }
}
