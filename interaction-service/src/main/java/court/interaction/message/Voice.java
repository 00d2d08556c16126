package court.interaction.message;

import court.interaction.message.Deed.Correcting;
import court.interaction.message.Deed.Recalling;
import court.interaction.stream.Message;
import court.interaction.stream.Pulse;
import court.interaction.upload.HandOver;
import court.platform.outbox.WriteUnit;
import court.platform.security.Actor;
import court.platform.security.Membership;
import court.platform.security.Memberships;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Says something for a member, or takes it back, or corrects it; repeated it is done once. */
@Component
public class Voice {

    private final Memberships memberships;
    private final Deeds deeds;
    private final HandOver uploads;
    private final Pace pace;
    private final Parts parts;

    /** What becomes of a deed: written in one transaction, then looked at. */
    @Component
    record Parts(WriteUnit unit, Pulse pulse) {}

    /** How each deed is done. */
    @Component
    record Deeds(Messages messages, Amends amends) {

        Mono<Message> done(Membership member, Deed deed) {
            return switch (deed) {
                case Saying it -> messages.post(member, it);
                case Recalling it -> amends.recall(member, it.messageId());
                case Correcting it -> amends.correct(member, it);
            };
        }
    }

    Voice(Memberships memberships, Deeds deeds, HandOver uploads, Pace pace, Parts parts) {
        this.memberships = memberships;
        this.deeds = deeds;
        this.uploads = uploads;
        this.pace = pace;
        this.parts = parts;
    }

    /** An entry stands in the stream. */
    public record Posted(UUID messageId, Instant time) {

        static Posted of(Message message) {
            return new Posted(message.id(), message.time());
        }
    }

    /** Any member, to members who are in the room; by its {@code clientMsgId} a saying is done once. */
    public Mono<Posted> say(Actor actor, UUID caseId, Deed deed) {
        return say(actor, caseId, deed, Supplier::get);
    }

    /** Whether the work is done, or was done before. */
    interface Once {
        Mono<Posted> of(Supplier<Mono<Posted>> work);
    }

    /** The same, under a key of its own. */
    Mono<Posted> say(Actor actor, UUID caseId, Deed deed, Once once) {
        if (!(deed instanceof Saying saying) || saying.upload() == null) {
            return written(actor, caseId, deed, once);
        }
        saying.check();
        return uploads.take(actor, caseId, saying.upload(), file -> written(actor, caseId, saying.with(file), once))
                .doOnSuccess(posted -> parts.pulse().beat(caseId));
    }

    private Mono<Posted> written(Actor actor, UUID caseId, Deed deed, Once once) {
        return parts.unit()
                .run(() -> memberships
                        .get(actor, caseId)
                        .flatMap(member -> once.of(() -> {
                            pace.mustNotFlood(actor, caseId);
                            return deeds.done(member, deed).map(Posted::of);
                        })))
                .doOnSuccess(posted -> parts.pulse().beat(caseId));
    }
}
