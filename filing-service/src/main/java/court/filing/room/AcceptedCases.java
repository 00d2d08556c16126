package court.filing.room;

import java.util.UUID;
import reactor.core.publisher.Mono;

/** The accepted cases, as far as their clocks need them. */
public interface AcceptedCases {

    /** Who is in the case, which nobody else changes until the transaction ends; empty when it is not accepted. */
    Mono<CaseParties> lock(UUID caseId);
}
