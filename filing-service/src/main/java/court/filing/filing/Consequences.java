package court.filing.filing;

import court.platform.contract.Change;
import court.platform.outbox.Outbox;
import court.platform.security.Actor;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What follows from a step of a filing in the same unit: facts are told, limits begin and end. */
@Component
class Consequences {

    private final Outbox outbox;
    private final FilingClocks clocks;

    Consequences(Outbox outbox, FilingClocks clocks) {
        this.outbox = outbox;
        this.clocks = clocks;
    }

    Mono<Void> of(Actor actor, Filing from, Change<Filing> change) {
        return outbox.tell(change.next().id(), actor, change.facts())
                .then(Mono.defer(() -> clocks.step(from, change.next())));
    }
}
