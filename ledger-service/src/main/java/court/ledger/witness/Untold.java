package court.ledger.witness;

import reactor.core.publisher.Mono;

/**
 * What a witness has to hear before it is shown more of the log. What was restored must be all that it has seen: it can say so
 * only as long as it has seen nothing newer.
 */
public interface Untold {

    /** @param witness its name */
    Mono<Boolean> isOwed(String witness);
}
