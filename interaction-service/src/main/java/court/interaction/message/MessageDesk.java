package court.interaction.message;

import court.interaction.message.Voice.Posted;
import court.interaction.stream.Pulse;
import court.platform.outbox.WriteUnit;
import court.platform.security.Memberships;
import court.platform.web.Command;
import court.platform.web.Commands;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What people can say in a room. */
@Component
class MessageDesk {

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

    /** Any member, to members who are in the room. */
    Mono<Posted> say(Command command, UUID caseId, Saying saying) {
        return unit.run(() -> memberships
                        .get(command.actor(), caseId)
                        .flatMap(member -> commands.once(command, () -> {
                            pace.mustNotFlood(command.actor(), caseId);
                            return messages.post(member, saying).map(Posted::of);
                        })))
                .doOnSuccess(posted -> pulse.beat(caseId));
    }
}
