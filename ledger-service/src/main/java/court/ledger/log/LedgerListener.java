package court.ledger.log;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** Hears every fact of the platform. A batch that cannot be entered comes again, for ever; nothing behind it overtakes. */
@Component
class LedgerListener {

    static final String ID = "ledger";

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Sequencer sequencer;
    private final Publication publication;
    private final LedgerFigures figures;

    LedgerListener(Sequencer sequencer, Publication publication, LedgerFigures figures) {
        this.sequencer = sequencer;
        this.publication = publication;
        this.figures = figures;
    }

    @KafkaListener(id = ID, topics = "#{'${court.ledger.topics}'.split(',')}", containerFactory = "facts")
    void take(List<ConsumerRecord<String, byte[]>> records) {
        List<Arrival> batch = records.stream().map(Arrival::of).toList();
        figures.entered(Objects.requireNonNull(sequencer
                .enter(batch)
                .flatMap(growth -> publication.attempt().thenReturn(growth))
                .block(PATIENCE)));
    }
}
