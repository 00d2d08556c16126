package court.filing.filing;

import court.filing.assignment.CaseFiles;
import court.filing.assignment.Courts.Judge;
import court.filing.filing.Filings.Stored;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Filings as who assigns cases sees them. */
@Component
class AcceptedFilings implements CaseFiles {

    private final FilingRows rows;

    AcceptedFilings(FilingRows rows) {
        this.rows = rows;
    }

    @Override
    public Mono<String> court(UUID id) {
        return rows.find(id).map(stored -> stored.filing().court()).filter(court -> !court.isEmpty());
    }

    @Override
    public Mono<Void> hand(UUID id, Judge judge, Instant now) {
        return rows.lock(id).flatMap(stored -> rows.update(handed(stored, judge), now));
    }

    private static Stored handed(Stored stored, Judge judge) {
        if (stored.filing() instanceof Filing.Accepted it) {
            Filing.Accepted next =
                    new Filing.Accepted(it.papers(), it.application(), it.number(), judge, it.at(), it.docket());
            return new Stored(next, stored.version() + 1);
        }
        throw FilingRefusal.NOT_NOW.because(FilingSummary.stateInChinese(stored.filing()));
    }
}
