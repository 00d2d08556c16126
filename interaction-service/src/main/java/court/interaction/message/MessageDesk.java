package court.interaction.message;

import court.platform.web.Command;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What people can say in a room, and do about it later. */
@Component
class MessageDesk {

    private final Voice voice;

    MessageDesk(Voice voice) {
        this.voice = voice;
    }

    /** Any member, to members who are in the room; recalls and corrections only by who said it. */
    Mono<Posted> say(Command command, UUID caseId, Deed deed) {
        return voice.say(command, caseId, deed);
    }
}
