package court.interaction.message;

import court.interaction.message.Deed.Correcting;
import court.interaction.message.Messages.Telling;
import court.interaction.room.Rooms;
import court.interaction.stream.Amendments;
import court.interaction.stream.Content.Attachment;
import court.interaction.stream.Content.Correction;
import court.interaction.stream.Content.Recall;
import court.interaction.stream.Content.Words;
import court.interaction.stream.Message;
import court.interaction.stream.Reader;
import court.interaction.stream.Streams;
import court.interaction.stream.Streams.Kept;
import court.platform.contract.Fact;
import court.platform.contract.InteractionEvent;
import court.platform.contract.InteractionEvent.MessageCorrected;
import court.platform.contract.InteractionEvent.MessageRecalled;
import court.platform.json.Secret;
import court.platform.model.Uuid7;
import court.platform.security.AccessRefusal;
import court.platform.security.Membership;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/**
 * What senders do about their own messages later, for the same readers. Nothing is taken out of the record: a recall hides what was said
 * from the parties, a correction stands beside it.
 */
@Repository
class Amends {

    private final Rooms rooms;
    private final Streams streams;
    private final Amendments amendments;
    private final RecallTerm term;
    private final Telling telling;

    Amends(Rooms rooms, Streams streams, Amendments amendments, RecallTerm term, Telling telling) {
        this.rooms = rooms;
        this.streams = streams;
        this.amendments = amendments;
        this.term = term;
        this.telling = telling;
    }

    /** Recalls a message, or gives the recall there is. Inside a write unit. */
    Mono<Message> recall(Membership member, UUID messageId) {
        return own(member, messageId)
                .flatMap(first -> first.fate().recalled()
                        ? amendments.last(member.caseId(), messageId)
                        : recall(member, first.message()));
    }

    private Mono<Message> recall(Membership member, Message first) {
        Instant now = telling.clock().instant();
        term.mustNotBeOver(first.time(), now);
        Message recall = first.amendedBy(Uuid7.at(now), now, new Recall(first.id()), null);
        MessageRecalled told =
                new MessageRecalled(first.id().toString(), recall.id().toString(), first.sender());
        return amendments
                .recall(first.id(), recall)
                .then(telling.unanswered().recalled(first))
                .then(Mono.defer(() -> tell(member, recall, told)));
    }

    /** Corrects a message, or gives the earlier correction under the same id. Inside a write unit. */
    Mono<Message> correct(Membership member, Correcting correcting) {
        correcting.check();
        return own(member, correcting.messageId())
                .map(first -> correction(member, first, correcting))
                .flatMap(made -> findEarlier(made).switchIfEmpty(Mono.defer(() -> correct(member, correcting, made))));
    }

    private Message correction(Membership member, Kept first, Correcting correcting) {
        if (first.fate().recalled()) {
            throw MessageRefusal.ALREADY_RECALLED.because();
        }
        Instant now = telling.clock().instant();
        String owner = Speaker.of(
                        member, member.isCourt() ? null : first.message().sender())
                .owner();
        Correction content = new Correction(
                first.message().id(),
                new Secret(owner, Objects.requireNonNull(correcting.text())),
                new Secret(owner, Objects.requireNonNull(correcting.reason())));
        return first.message().amendedBy(Uuid7.at(now), now, content, correcting.clientMsgId());
    }

    private Mono<Message> findEarlier(Message made) {
        return (made.clientMsgId() == null
                        ? Mono.<Message>empty()
                        : streams.findSent(List.of(made)).next())
                .doOnNext(earlier -> {
                    if (!earlier.content().equals(made.content())) {
                        throw MessageRefusal.CLIENT_ID_REUSED.because();
                    }
                });
    }

    private Mono<Message> correct(Membership member, Correcting correcting, Message made) {
        if (!(made.content() instanceof Correction it)) {
            throw new IllegalStateException("a correction was made");
        }
        MessageCorrected told = new MessageCorrected(
                it.about().toString(), made.id().toString(), made.sender(), it.text(), it.reason());
        return amendments.correct(correcting.messageId(), made).flatMap(done -> tell(member, done, told));
    }

    /** A message of the member's own, the room locked; refuses as if it did not exist when the member has not got it. */
    private Mono<Kept> own(Membership member, UUID messageId) {
        return rooms.lock(member.caseId())
                .flatMap(room -> streams.find(member.caseId(), messageId, Reader.all(member)))
                .switchIfEmpty(Mono.error(AccessRefusal.NOT_YOURS::because))
                .doOnNext(found -> mustBeSaidBy(member, found.message()));
    }

    private static void mustBeSaidBy(Membership member, Message message) {
        boolean own = member.isCourt()
                ? message.sender().equals(member.actor().id())
                : member.partyIds().contains(message.sender());
        if (!(message.content() instanceof Words) && !(message.content() instanceof Attachment)) {
            throw MessageRefusal.NOT_A_MESSAGE.because();
        }
        if (!own) {
            throw MessageRefusal.NOT_YOUR_MESSAGE.because();
        }
    }

    private Mono<Message> tell(Membership member, Message amendment, InteractionEvent told) {
        return telling.tell(member, amendment, Fact.to(amendment.audience(), told));
    }
}
