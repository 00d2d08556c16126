package court.ledger.log;

import java.util.Objects;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.listener.MessageListenerContainer;
import org.springframework.stereotype.Component;

/** Has every instance take up its partitions anew: as long as restored leaves wait, from their beginning. Blocks. */
@Component
public class Rehearing {

    private final KafkaListenerEndpointRegistry listeners;

    Rehearing(KafkaListenerEndpointRegistry listeners) {
        this.listeners = listeners;
    }

    public void begin() {
        MessageListenerContainer container = Objects.requireNonNull(listeners.getListenerContainer(LedgerListener.ID));
        container.stop();
        container.start();
    }
}
