package court.interaction.stream;

import java.util.UUID;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * Tells in this process that something was said in a case, so that it is looked at at once. It may miss a beat:
 * {@link Watch} looks by itself every second too, which also brings what other instances wrote.
 */
@Component
public class Pulse {

    private final Sinks.Many<UUID> beats = Sinks.many().multicast().directBestEffort();
    private final Sinks.Empty<Void> closing = Sinks.empty();

    /** Something was said and committed. */
    public synchronized void beat(UUID caseId) {
        beats.tryEmitNext(caseId);
    }

    /** The cases in which something was said, as it is said. */
    Flux<UUID> beats() {
        return beats.asFlux();
    }

    /** Completes when this process is about to stop. */
    Mono<Void> closing() {
        return closing.asMono();
    }

    @EventListener(ContextClosedEvent.class)
    void close() {
        closing.tryEmitEmpty();
    }
}
