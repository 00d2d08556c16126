package court.interaction.message;

import static court.platform.web.Turn.each;
import static court.platform.web.Turn.open;

import court.interaction.answer.Unanswered;
import court.interaction.room.Room;
import court.interaction.room.Rooms;
import court.interaction.room.Rooms.Stored;
import court.interaction.safety.ContentChecks;
import court.interaction.stream.Journal;
import court.interaction.stream.Message;
import court.interaction.stream.Reader;
import court.interaction.stream.Streams;
import court.interaction.upload.HandOver;
import court.platform.contract.Fact;
import court.platform.model.Refused;
import court.platform.outbox.GroupCommit;
import court.platform.outbox.Outbox;
import court.platform.security.Membership;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** All that is said in rooms: one message after the other per room, of several rooms together. */
@Repository
class Messages {

    private final Rooms rooms;
    private final Written written;
    private final Mentions mentions;
    private final HandOver uploads;
    private final Telling telling;

    /** What was said. */
    @Component
    record Written(Streams streams, Journal journal) {}

    /** How what was written is told, and by which clock. */
    @Component
    record Telling(Outbox outbox, ContentChecks checks, Unanswered unanswered, Clock clock) {

        Mono<Message> tell(Membership by, Message written, Fact fact) {
            return checks.expect(written, by.actor())
                    .then(outbox.tell(written.caseId(), by.actor(), List.of(fact)))
                    .thenReturn(written);
        }

        Mono<Void> tell(List<RoomTurn> said) {
            return Flux.fromIterable(said)
                    .concatMap(
                            turn -> checks.expect(turn.message(), turn.asked().actor()))
                    .then(unanswered.follow(said.stream()
                            .map(turn -> new Unanswered.Spoken(
                                    turn.message(), turn.member().isCourt()))
                            .toList()))
                    .then(outbox.tell(said.stream().map(RoomTurn::word).toList()));
        }
    }

    Messages(Rooms rooms, Written written, Mentions mentions, HandOver uploads, Telling telling) {
        this.rooms = rooms;
        this.written = written;
        this.mentions = mentions;
        this.uploads = uploads;
        this.telling = telling;
    }

    /**
     * Posts what each says, or finds the earlier message that the same sender sent under the same id. Inside a write unit.
     *
     * @param wait for rooms in which somebody else changes something now; else their turns come later
     */
    Mono<Void> post(List<RoomTurn> turns, boolean wait) {
        each(turns, turn -> saying(turn).check());
        Set<UUID> cases =
                open(turns).stream().map(turn -> turn.asked().caseId()).collect(Collectors.toSet());
        return rooms.lock(cases, wait)
                .doOnNext(stored -> each(turns, turn -> mustBeFree(turn, stored, wait)))
                .flatMap(stored -> Flux.fromIterable(open(turns))
                        .concatMap(turn -> make(turn, stored.get(turn.asked().caseId())))
                        .then())
                .then(Mono.defer(() -> findEarlier(open(turns))))
                .then(Mono.defer(() -> write(open(turns))));
    }

    private static void mustBeFree(RoomTurn turn, Map<UUID, Stored> locked, boolean wait) {
        if (!wait && !locked.containsKey(turn.asked().caseId())) {
            turn.refuse(GroupCommit.LATER);
        }
    }

    private static Saying saying(RoomTurn turn) {
        return (Saying) turn.asked().deed();
    }

    private Mono<Void> make(RoomTurn turn, @Nullable Stored stored) {
        Saying saying = saying(turn);
        return Mono.fromCallable(() -> Rooms.mustBeOpen(stored).room())
                .flatMap(room -> make(turn, room, Speaker.of(turn.member(), saying.sender())))
                .flatMap(mentions::check)
                .doOnNext(turn::make)
                .then()
                .onErrorResume(Refused.class, refused -> Mono.fromRunnable(() -> turn.refuse(refused)));
    }

    private Mono<Message> make(RoomTurn turn, Room room, Speaker speaker) {
        return original(turn, speaker)
                .map(original -> saying(turn)
                        .in(
                                room,
                                speaker,
                                original.orElse(null),
                                telling.clock().instant()));
    }

    private Mono<Optional<Message>> original(RoomTurn turn, Speaker speaker) {
        UUID replyTo = saying(turn).replyTo();
        String reader = speaker.court() ? Reader.COURT : speaker.id();
        return replyTo == null
                ? Mono.just(Optional.empty())
                : written.streams()
                        .find(turn.asked().caseId(), replyTo, Set.of(reader))
                        .map(found -> Optional.of(found.message()))
                        .switchIfEmpty(Mono.error(MessageRefusal.REPLY_UNKNOWN::because));
    }

    private record Sent(
            UUID caseId, String sender, @Nullable String ownId) {

        static Sent of(Message message) {
            return new Sent(message.caseId(), message.sender(), message.clientMsgId());
        }
    }

    private Mono<Void> findEarlier(List<RoomTurn> turns) {
        List<Message> named = turns.stream()
                .map(RoomTurn::message)
                .filter(message -> message.clientMsgId() != null)
                .toList();
        return named.isEmpty()
                ? Mono.empty()
                : written.streams()
                        .findSent(named)
                        .collectMap(Sent::of)
                        .doOnNext(found -> each(turns, turn -> {
                            Message earlier = found.get(Sent.of(turn.message()));
                            if (earlier != null) {
                                mustRepeat(saying(turn), earlier, turn.message());
                                turn.stands(earlier);
                            }
                        }))
                        .then();
    }

    private static void mustRepeat(Saying saying, Message earlier, Message message) {
        if (!saying.repeats(earlier, message)) {
            throw MessageRefusal.CLIENT_ID_REUSED.because();
        }
    }

    private Mono<Void> write(List<RoomTurn> turns) {
        if (turns.isEmpty()) {
            return Mono.empty();
        }
        return Flux.fromIterable(turns)
                .concatMap(this::useUpload)
                .then(written.journal()
                        .append(turns.stream().map(RoomTurn::message).toList()))
                .then(telling.tell(turns))
                .then(Mono.fromRunnable(() -> turns.forEach(turn -> turn.stands(turn.message()))));
    }

    private Mono<Void> useUpload(RoomTurn turn) {
        UUID upload = saying(turn).upload();
        return upload == null
                ? Mono.empty()
                : uploads.sent(upload, turn.message().id());
    }
}
