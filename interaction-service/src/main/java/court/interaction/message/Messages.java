package court.interaction.message;

import court.interaction.answer.Unanswered;
import court.interaction.room.Room;
import court.interaction.room.Rooms;
import court.interaction.stream.Message;
import court.interaction.stream.Streams;
import court.platform.outbox.Outbox;
import court.platform.security.Membership;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** All that is said in rooms: one message after the other per room. */
@Repository
class Messages {

    private final Rooms rooms;
    private final Streams streams;
    private final Unanswered unanswered;
    private final Outbox outbox;
    private final Clock clock;

    Messages(Rooms rooms, Streams streams, Unanswered unanswered, Outbox outbox, Clock clock) {
        this.rooms = rooms;
        this.streams = streams;
        this.unanswered = unanswered;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Posts a message, or gives the earlier one that the same sender sent under the same id. Inside a write unit. */
    Mono<Message> post(Membership member, Saying saying) {
        return rooms.lock(member.caseId())
                .map(stored -> decide(member, saying, stored.room()))
                .flatMap(message ->
                        findEarlier(saying, message).switchIfEmpty(Mono.defer(() -> write(member, message))));
    }

    private Message decide(Membership member, Saying saying, Room room) {
        saying.check();
        return saying.in(room, Speaker.of(member, saying.sender()), clock.instant());
    }

    private Mono<Message> findEarlier(Saying saying, Message message) {
        String clientMsgId = message.clientMsgId();
        return clientMsgId == null
                ? Mono.empty()
                : streams.findSent(message.caseId(), message.sender(), clientMsgId)
                        .doOnNext(earlier -> mustRepeat(saying, earlier, message));
    }

    private static void mustRepeat(Saying saying, Message earlier, Message message) {
        if (!saying.repeats(earlier, message)) {
            throw MessageRefusal.CLIENT_ID_REUSED.because();
        }
    }

    private Mono<Message> write(Membership member, Message message) {
        return streams.append(message)
                .then(unanswered.follow(message, member.isCourt()))
                .then(outbox.tell(message.caseId(), member.actor(), List.of(Saying.told(message))))
                .thenReturn(message);
    }
}
