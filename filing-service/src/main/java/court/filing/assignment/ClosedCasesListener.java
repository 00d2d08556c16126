package court.filing.assignment;

import court.platform.contract.InteractionEvent.CaseClosed;
import court.platform.inbox.FactListening;
import court.platform.inbox.Heard;
import court.platform.inbox.Inbox;
import court.platform.inbox.Received;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Hears which cases are closed: they count for their judge's load no more. */
@Component
class ClosedCasesListener implements Inbox.Handler {

    private static final String CLOSED = CaseClosed.class.getSimpleName();

    private final FactListening listening;
    private final Assignments assignments;

    ClosedCasesListener(FactListening listening, Assignments assignments) {
        this.listening = listening;
        this.assignments = assignments;
    }

    /** Of all that is said in rooms only closings concern filing: the rest is not even recorded. */
    @KafkaListener(topics = "court.interaction.v1", containerFactory = "facts")
    void on(List<ConsumerRecord<String, byte[]>> records) {
        List<ConsumerRecord<String, byte[]>> closings = records.stream()
                .filter(it -> Received.of(it).type().equals(CLOSED))
                .toList();
        listening.take(closings, this);
    }

    @Override
    public Mono<Void> apply(Heard heard) {
        return heard.event() instanceof CaseClosed ? assignments.close(heard.caseId()) : Mono.empty();
    }
}
