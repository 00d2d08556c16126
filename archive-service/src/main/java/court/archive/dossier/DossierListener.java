package court.archive.dossier;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** Files every fact. It reads no body, so none can stop it; a batch that cannot be stored comes again, for ever. */
@Component
class DossierListener {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Entries entries;
    private final DossierFigures figures;

    DossierListener(Entries entries, DossierFigures figures) {
        this.entries = entries;
        this.figures = figures;
    }

    @KafkaListener(
            id = "archive",
            topics = "#{'${court.archive.sources}'.split(',').!['court.' + #this + '.v1']}",
            containerFactory = "facts")
    void take(List<ConsumerRecord<String, byte[]>> records) {
        List<Arrival> batch = records.stream().map(Arrival::of).toList();
        figures.stored(Objects.requireNonNull(entries.store(batch).block(PATIENCE)));
    }
}
