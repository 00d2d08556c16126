package court.interaction.hearing;

import court.interaction.card.Cards;
import court.interaction.freeze.Freezes;
import court.interaction.room.CaseProgress;
import court.interaction.stream.Pulse;
import court.platform.contract.AccessEvent;
import court.platform.contract.AssetEvent;
import court.platform.contract.DossierEvent;
import court.platform.contract.FilingEvent;
import court.platform.contract.InteractionEvent;
import court.platform.inbox.FactListening;
import court.platform.inbox.Heard;
import court.platform.inbox.Inbox;
import court.platform.inbox.Received;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Hears what becomes of cases. One listener for all topics, because a case that waits behind a fact nobody could handle
 * is replayed whole.
 */
@Component
class CaseListener implements Inbox.Handler {

    /** Told by this service itself, far oftener than all else, and never a card. */
    private static final Set<String> ALREADY_HERE = Set.of("MessagePosted", "ProtectedDataViewed");

    private final FactListening listening;
    private final CaseProgress progress;
    private final Freezes freezes;
    private final Cards cards;
    private final Pulse pulse;

    CaseListener(FactListening listening, CaseProgress progress, Freezes freezes, Cards cards, Pulse pulse) {
        this.listening = listening;
        this.progress = progress;
        this.freezes = freezes;
        this.cards = cards;
        this.pulse = pulse;
    }

    @KafkaListener(
            topics = {"court.filing.v1", "court.interaction.v1", "court.asset.v1", "court.dossier.v1"},
            containerFactory = "facts")
    void on(List<ConsumerRecord<String, byte[]>> records) {
        List<ConsumerRecord<String, byte[]>> news = records.stream()
                .filter(record -> !ALREADY_HERE.contains(Received.of(record).type()))
                .toList();
        listening.take(news, this);
        news.stream().map(record -> Received.of(record).caseId()).distinct().forEach(pulse::beat);
    }

    @Override
    public Mono<Void> apply(Heard heard) {
        return switch (heard.event()) {
            case FilingEvent event -> progress.follow(heard.caseId(), event).then(cards.show(heard));
            case AssetEvent event -> freezes.follow(heard.caseId(), event).then(cards.show(heard));
            case InteractionEvent _, DossierEvent _ -> cards.show(heard);
            case AccessEvent _ -> Mono.empty();
        };
    }
}
