package court.filing.notice;

import java.util.UUID;
import reactor.core.publisher.Mono;

/** Who knows which filings are still back with their applicants. */
public interface ReturnedFilings {

    /** The filing, locked, when it is to be corrected and was not handed in again. Inside a write unit. */
    Mono<Occasion> returned(UUID filingId);
}
