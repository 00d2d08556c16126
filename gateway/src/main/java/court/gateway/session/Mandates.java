package court.gateway.session;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** For which organisations a person may act now. Asked each time tokens are made, in the unit that makes them. */
public interface Mandates {

    /** Which those are; whoever takes one of them away meanwhile waits for the unit to end. */
    Mono<Mandate> of(String personKey);

    /**
     * What a person may act for.
     *
     * @param organisations their pseudonyms
     * @param until when the first of them ends, and no token may outlive it; null when none ends by itself
     */
    record Mandate(Set<String> organisations, @Nullable Instant until) {

        static final Mandate NONE = new Mandate(Set.of(), null);
    }
}
