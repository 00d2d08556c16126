package court.interaction.message;

import court.interaction.answer.Unanswered;
import court.interaction.room.Room;
import court.interaction.room.Rooms;
import court.interaction.safety.ContentChecks;
import court.interaction.stream.Message;
import court.interaction.stream.Reader;
import court.interaction.stream.Streams;
import court.interaction.upload.HandOver;
import court.platform.contract.Fact;
import court.platform.outbox.Outbox;
import court.platform.security.Membership;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** All that is said in rooms: one message after the other per room. */
@Repository
class Messages {

    private final Rooms rooms;
    private final Streams streams;
    private final Mentions mentions;
    private final HandOver uploads;
    private final Telling telling;

    /** How what was written is told, and by which clock. */
    @Component
    record Telling(Outbox outbox, ContentChecks checks, Unanswered unanswered, Clock clock) {

        Mono<Message> tell(Membership by, Message written, Fact fact) {
            return checks.expect(written, by.actor())
                    .then(outbox.tell(written.caseId(), by.actor(), List.of(fact)))
                    .thenReturn(written);
        }
    }

    Messages(Rooms rooms, Streams streams, Mentions mentions, HandOver uploads, Telling telling) {
        this.rooms = rooms;
        this.streams = streams;
        this.mentions = mentions;
        this.uploads = uploads;
        this.telling = telling;
    }

    /** Posts a message, or gives the earlier one that the same sender sent under the same id. Inside a write unit. */
    Mono<Message> post(Membership member, Saying saying) {
        saying.check();
        return rooms.lock(member.caseId())
                .flatMap(stored -> decide(member, saying, stored.room()))
                .flatMap(mentions::check)
                .flatMap(message ->
                        findEarlier(saying, message).switchIfEmpty(Mono.defer(() -> write(member, saying, message))));
    }

    private Mono<Message> decide(Membership member, Saying saying, Room room) {
        Speaker speaker = Speaker.of(member, saying.sender());
        return original(member, saying, speaker)
                .map(original -> saying.in(
                        room, speaker, original.orElse(null), telling.clock().instant()));
    }

    private Mono<Optional<Message>> original(Membership member, Saying saying, Speaker speaker) {
        String reader = speaker.court() ? Reader.COURT : speaker.id();
        return saying.replyTo() == null
                ? Mono.just(Optional.empty())
                : streams.find(member.caseId(), saying.replyTo(), Set.of(reader))
                        .map(found -> Optional.of(found.message()))
                        .switchIfEmpty(Mono.error(MessageRefusal.REPLY_UNKNOWN::because));
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

    private Mono<Message> write(Membership member, Saying saying, Message message) {
        Mono<Void> claimed = saying.upload() == null ? Mono.empty() : uploads.sent(saying.upload(), message.id());
        return claimed.then(streams.append(message))
                .then(telling.unanswered().follow(message, member.isCourt()))
                .then(Mono.defer(() -> telling.tell(member, message, Saying.told(message))));
    }
}
