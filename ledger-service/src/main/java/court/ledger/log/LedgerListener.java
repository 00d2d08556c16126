package court.ledger.log;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/**
 * Hears every fact of the platform. A batch that cannot be entered comes again, for ever; nothing behind it overtakes. What has
 * gathered is entered together, and shown to the world while the next is entered.
 */
@Component
class LedgerListener {

    static final String ID = "ledger";

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Sequencer sequencer;
    private final PublishingTask publishing;
    private final LedgerFigures figures;

    LedgerListener(Sequencer sequencer, PublishingTask publishing, LedgerFigures figures) {
        this.sequencer = sequencer;
        this.publishing = publishing;
        this.figures = figures;
    }

    @KafkaListener(
            id = ID,
            topics = "#{'${court.ledger.topics}'.split(',')}",
            containerFactory = "facts",
            properties = {"max.poll.records=2000", "fetch.max.bytes=4194304"},
            concurrency = "2") // one batch is read and digested while the other has the tree
    void take(List<ConsumerRecord<String, byte[]>> records) {
        List<Arrival> batch = records.stream().map(Arrival::of).toList();
        Growth growth = Objects.requireNonNull(sequencer.enter(batch).block(PATIENCE));
        publishing.wake();
        figures.entered(growth);
    }
}
