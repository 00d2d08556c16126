package court.interaction.message;

import court.interaction.message.Deed.Correcting;
import court.interaction.message.Deed.Recalling;
import court.interaction.message.RoomTurn.Asked;
import court.interaction.stream.Message;
import court.interaction.stream.Pulse;
import court.interaction.upload.HandOver;
import court.platform.outbox.GroupCommit;
import court.platform.outbox.TraceText;
import court.platform.outbox.WriteUnit;
import court.platform.security.Actor;
import court.platform.web.Command;
import court.platform.web.Commands;
import court.platform.web.Turn;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Says something for a member, or takes it back, or corrects it; repeated it is done once. What several people say at the same time, in
 * whichever rooms, is written together.
 */
@Component
public class Voice {

    private final Turns turns;
    private final Deeds deeds;
    private final HandOver uploads;
    private final Parts parts;
    private final GroupCommit<Asked, Posted> together;

    /** What becomes of a deed: written in one transaction, then looked at. */
    @Component
    record Parts(WriteUnit unit, Commands commands, Pulse pulse, TraceText trace) {}

    /** How each deed is done. */
    @Component
    record Deeds(Messages messages, Amends amends) {

        Mono<Void> does(List<RoomTurn> turns, boolean byItself) {
            if (turns.isEmpty()) {
                return Mono.empty();
            }
            return turns.getFirst().asked().deed() instanceof Saying
                    ? messages.post(turns, byItself)
                    : amend(turns.getFirst()); // never in a group
        }

        private Mono<Void> amend(RoomTurn turn) {
            Mono<Message> amended = switch (turn.asked().deed()) {
                case Recalling it -> amends.recall(turn.member(), it.messageId());
                case Correcting it -> amends.correct(turn.member(), it);
                case Saying _ -> throw new IllegalArgumentException("nothing is amended by it");
            };
            return amended.doOnNext(turn::stands).then();
        }
    }

    Voice(Turns turns, Deeds deeds, HandOver uploads, Parts parts) {
        this.turns = turns;
        this.deeds = deeds;
        this.uploads = uploads;
        this.parts = parts;
        this.together = new GroupCommit<>(parts.unit(), Asked::marks, this::written);
    }

    /** Any member, to members who are in the room; by its {@code clientMsgId} a saying is done once. */
    public Mono<Posted> say(Actor actor, UUID caseId, Deed deed) {
        return say(actor, caseId, deed, null);
    }

    /** The same, and once by the command's key. */
    Mono<Posted> say(Command command, UUID caseId, Deed deed) {
        return say(command.actor(), caseId, deed, command);
    }

    private Mono<Posted> say(Actor actor, UUID caseId, Deed deed, @Nullable Command command) {
        return parts.trace()
                .current()
                .map(trace -> new Asked(actor, caseId, deed, command, trace))
                .flatMap(this::say)
                .doOnSuccess(posted -> parts.pulse().beat(caseId));
    }

    private Mono<Posted> say(Asked asked) {
        if (!(asked.deed() instanceof Saying saying)) {
            return alone(asked);
        }
        if (saying.upload() == null) {
            return together.ask(asked);
        }
        saying.check();
        return uploads.take(
                asked.actor(), asked.caseId(), saying.upload(), file -> alone(asked.with(saying.with(file))));
    }

    private Mono<Posted> alone(Asked asked) {
        return parts.unit().run(() -> written(List.of(asked), true).flatMap(List::getFirst));
    }

    /** Inside a write unit; the answers hold once it is committed. */
    Mono<List<Mono<Posted>>> written(List<Asked> asked, boolean byItself) {
        List<RoomTurn> all = asked.stream().map(RoomTurn::new).toList();
        return turns.admit(all)
                .flatMap(admitted -> deeds.does(Turn.open(admitted), byItself)
                        .then(Mono.defer(() -> parts.commands().settle(admitted))))
                .then(Mono.fromSupplier(() -> all.stream().map(Turn::answer).toList()));
    }
}
