package court.ledger.log;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.listener.AbstractConsumerSeekAware;
import org.springframework.stereotype.Component;

/**
 * Hears every fact of the platform. A batch that cannot be entered comes again, for ever; nothing behind it overtakes. What has
 * gathered is entered together, and shown to the world while the next is entered.
 */
@Component
class LedgerListener extends AbstractConsumerSeekAware {

    static final String ID = "ledger";

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Sequencer sequencer;
    private final PublishingTask publishing;
    private final LedgerFigures figures;
    private final Unclaimed unclaimed;
    private final Horizon horizon;

    LedgerListener(
            Sequencer sequencer,
            PublishingTask publishing,
            LedgerFigures figures,
            Unclaimed unclaimed,
            Horizon horizon) {
        this.sequencer = sequencer;
        this.publishing = publishing;
        this.figures = figures;
        this.unclaimed = unclaimed;
        this.horizon = horizon;
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
        horizon.saw(growth.head().size(), "this process");
        publishing.wake();
        figures.entered(growth);
    }

    /** As long as restored leaves wait, all facts are heard again; those that are known do no harm. */
    @Override
    public void onPartitionsAssigned(Map<TopicPartition, Long> assignments, ConsumerSeekCallback callback) {
        super.onPartitionsAssigned(assignments, callback);
        if (Objects.requireNonNull(unclaimed.count().block(PATIENCE)) > 0) {
            callback.seekToBeginning(assignments.keySet());
        }
    }
}
