package court.interaction.message;

import court.interaction.stream.Message;
import court.interaction.stream.Pulse;
import court.platform.outbox.WriteUnit;
import court.platform.security.Actor;
import court.platform.security.Memberships;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Says something for a member who is connected, where {@code clientMsgId} makes a repeated sending one message. */
@Component
public class Voice {

    private final WriteUnit unit;
    private final Memberships memberships;
    private final Messages messages;
    private final Pace pace;
    private final Pulse pulse;

    Voice(WriteUnit unit, Memberships memberships, Messages messages, Pace pace, Pulse pulse) {
        this.unit = unit;
        this.memberships = memberships;
        this.messages = messages;
        this.pace = pace;
        this.pulse = pulse;
    }

    /** A message was posted. */
    public record Posted(UUID messageId, Instant time) {

        static Posted of(Message message) {
            return new Posted(message.id(), message.time());
        }
    }

    /** Any member, to members who are in the room. */
    public Mono<Posted> say(Actor actor, UUID caseId, Saying saying) {
        pace.mustNotFlood(actor, caseId);
        return unit.run(() -> memberships
                        .get(actor, caseId)
                        .flatMap(member -> messages.post(member, saying))
                        .map(Posted::of))
                .doOnSuccess(posted -> pulse.beat(caseId));
    }
}
