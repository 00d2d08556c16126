package court.interaction.message;

import court.interaction.stream.Pulse;
import court.platform.outbox.WriteUnit;
import court.platform.security.Actor;
import court.platform.security.Memberships;
import court.platform.web.Command;
import court.platform.web.Commands;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What people can say in a room. */
@Component
public class MessageDesk {

    private final WriteUnit unit;
    private final Memberships memberships;
    private final Commands commands;
    private final Messages messages;
    private final Pulse pulse;
    private final Pace pace;

    MessageDesk(WriteUnit unit, Memberships memberships, Commands commands, Messages messages, Pulse pulse, Pace pace) {
        this.unit = unit;
        this.memberships = memberships;
        this.commands = commands;
        this.messages = messages;
        this.pulse = pulse;
        this.pace = pace;
    }

    /**
     * A message was posted.
     */
    public record Posted(UUID messageId, Instant time) {}

    /** Any member, to members who are in the room. */
    Mono<Posted> say(Command command, UUID caseId, Saying saying) {
        pace.mustNotFlood(command.actor(), caseId);
        return unit.run(() -> memberships
                        .get(command.actor(), caseId)
                        .flatMap(member -> commands.once(
                                command,
                                () -> messages.post(member, saying)
                                        .map(message -> new Posted(message.id(), message.time())))))
                .doOnSuccess(posted -> pulse.beat(caseId));
    }

    /** The same by socket, where {@code clientMsgId} is what makes a repeated sending one message. */
    public Mono<Posted> say(Actor actor, UUID caseId, Saying saying) {
        pace.mustNotFlood(actor, caseId);
        return unit.run(() -> memberships
                        .get(actor, caseId)
                        .flatMap(member -> messages.post(member, saying))
                        .map(message -> new Posted(message.id(), message.time())))
                .doOnSuccess(posted -> pulse.beat(caseId));
    }
}
