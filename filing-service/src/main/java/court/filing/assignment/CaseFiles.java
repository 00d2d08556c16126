package court.filing.assignment;

import court.filing.assignment.Courts.Judge;
import court.platform.contract.Fact;
import court.platform.security.Actor;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import reactor.core.publisher.Mono;

/** The filings behind the cases, as far as an assignment needs them. */
public interface CaseFiles {

    /** The court a filing was handed to; empty while it is a draft, or when there is none. */
    Mono<String> court(UUID id);

    /** Puts another judge on an accepted filing, whose former judge sees it no more. Inside a write unit. */
    Mono<Void> hand(UUID id, Judge judge, Instant now);

    /** Prompts whom it concerns about what was told. Inside the same write unit. */
    Mono<Void> prompt(UUID id, Actor actor, List<Fact> facts);
}
