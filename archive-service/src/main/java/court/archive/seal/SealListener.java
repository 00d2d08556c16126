package court.archive.seal;

import court.platform.inbox.Received;
import court.platform.outbox.WriteUnit;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Hears that a case was closed, and what comes after. It reads headers only, so no fact can stop it, and what it writes
 * is the same however often a fact comes.
 */
@Component
class SealListener {

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    /** What the archive itself tells starts no supplement: else each would start the next. */
    private static final String OURSELVES = "dossier";

    private final WriteUnit unit;
    private final Sealings sealings;
    private final Clock clock;

    SealListener(WriteUnit unit, Sealings sealings, Clock clock) {
        this.unit = unit;
        this.sealings = sealings;
        this.clock = clock;
    }

    @KafkaListener(
            id = "archive-seal",
            topics = "#{'${court.archive.sources}'.split(',').!['court.' + #this + '.v1']}",
            containerFactory = "facts")
    void take(List<ConsumerRecord<String, byte[]>> records) {
        List<Received> acts = records.stream()
                .map(Received::of)
                .filter(it -> it.kind().equals("ACT") && !it.source().equals(OURSELVES))
                .toList();
        unit.run(() -> Flux.fromIterable(acts).concatMap(this::note).then()).block(PATIENCE);
    }

    private Mono<Void> note(Received act) {
        return act.type().equals("CaseClosed")
                ? sealings.begin(act.caseId(), clock.instant())
                : sealings.heard(act.caseId(), act.source(), act.sequence(), clock.instant());
    }
}
