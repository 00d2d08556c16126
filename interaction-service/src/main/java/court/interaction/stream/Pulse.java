package court.interaction.stream;

import java.util.UUID;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * Tells that something was said in a case, so that it is looked at at once: in this process, and through {@link TellNeighboursTask} in
 * the others. It may miss a beat: {@link Watch} looks by itself every second too.
 */
@Component
public class Pulse {

    private final Sinks.Many<UUID> beats = Sinks.many().multicast().directBestEffort();
    private final Sinks.Many<UUID> said = Sinks.many().multicast().directBestEffort();
    private final Sinks.Empty<Void> closing = Sinks.empty();

    /** Something was said here and committed. */
    public synchronized void beat(UUID caseId) {
        look(caseId);
        said.tryEmitNext(caseId);
    }

    /** There is something to look at, in this process. */
    synchronized void look(UUID caseId) {
        beats.tryEmitNext(caseId);
    }

    /** The cases in which something was said here, as it is said. */
    Flux<UUID> said() {
        return said.asFlux();
    }

    /** The cases to look at, as soon as there is something. */
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
