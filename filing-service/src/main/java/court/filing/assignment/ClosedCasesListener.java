package court.filing.assignment;

import court.filing.deadline.Deadlines;
import court.platform.calendar.LegalCalendar;
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

/** Hears which cases are closed: they count for their judge's load no more, and their terms have ended (rule K4). */
@Component
class ClosedCasesListener implements Inbox.Handler {

    private static final String CLOSED = CaseClosed.class.getSimpleName();

    private final FactListening listening;
    private final Assignments assignments;
    private final Deadlines deadlines;

    ClosedCasesListener(FactListening listening, Assignments assignments, Deadlines deadlines) {
        this.listening = listening;
        this.assignments = assignments;
        this.deadlines = deadlines;
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
        return heard.event() instanceof CaseClosed
                ? assignments
                        .close(heard.caseId())
                        .then(Mono.defer(() -> deadlines.closed(heard.caseId(), LegalCalendar.dateOf(heard.time()))))
                : Mono.empty();
    }
}
