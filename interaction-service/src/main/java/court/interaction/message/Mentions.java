package court.interaction.message;

import court.interaction.stream.Message;
import court.platform.security.Memberships;
import court.platform.security.Memberships.Place;
import java.util.HashSet;
import java.util.Set;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Whom a message may mention: its readers. Who is not among them and who does not exist are the same. */
@Component
class Mentions {

    private final Memberships memberships;

    Mentions(Memberships memberships) {
        this.memberships = memberships;
    }

    Mono<Message> check(Message message) {
        Set<String> others = new HashSet<>(message.ties().mentions());
        message.audience().forEach(others::remove);
        return others.isEmpty()
                ? Mono.just(message)
                : memberships
                        .of(message.caseId())
                        .filter(Place::isCourt)
                        .map(Place::member)
                        .collectList()
                        .filter(staff -> staff.containsAll(others))
                        .map(staff -> message)
                        .switchIfEmpty(Mono.error(MessageRefusal.MENTION_CANNOT_READ::because));
    }
}
