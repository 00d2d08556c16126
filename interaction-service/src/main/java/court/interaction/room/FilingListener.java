package court.interaction.room;

import court.platform.contract.FilingEvent;
import court.platform.contract.FilingEvent.CaseAccepted;
import court.platform.contract.FilingEvent.CorrectionRequired;
import court.platform.contract.FilingEvent.FilingResubmitted;
import court.platform.contract.FilingEvent.FilingSubmitted;
import court.platform.contract.FilingEvent.JudgeAssigned;
import court.platform.inbox.FactListening;
import court.platform.inbox.Heard;
import court.platform.inbox.Inbox;
import court.platform.security.Actor;
import court.platform.security.Memberships;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Hears what becomes of filings: the room opens by itself, and its members come and go with the case (I4). */
@Component
class FilingListener implements Inbox.Handler {

    private static final Actor PLATFORM = Actor.service("interaction");

    private final FactListening listening;
    private final Memberships memberships;
    private final Rooms rooms;
    private final Clock clock;

    FilingListener(FactListening listening, Memberships memberships, Rooms rooms, Clock clock) {
        this.listening = listening;
        this.memberships = memberships;
        this.rooms = rooms;
        this.clock = clock;
    }

    @KafkaListener(topics = "court.filing.v1", containerFactory = "facts")
    void on(List<ConsumerRecord<String, byte[]>> records) {
        listening.take(records, this);
    }

    @Override
    public Mono<Void> apply(Heard heard) {
        Mono<Void> learnt = memberships.learn(heard.caseId(), heard.event());
        return heard.event() instanceof FilingEvent event ? learnt.then(follow(heard.caseId(), event)) : learnt;
    }

    private Mono<Void> follow(UUID caseId, FilingEvent event) {
        return switch (event) {
            case CaseAccepted accepted -> rooms.open(PLATFORM, Room.open(caseId, accepted, clock.instant()));
            case JudgeAssigned it -> {
                Room.Judge judge = new Room.Judge(it.judgeId(), it.judgeName());
                yield rooms.change(PLATFORM, caseId, room -> room.assign(judge)).then();
            }
            case FilingSubmitted _, CorrectionRequired _, FilingResubmitted _ -> Mono.empty();
        };
    }
}
