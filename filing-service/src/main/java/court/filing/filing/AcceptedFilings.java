package court.filing.filing;

import court.filing.assignment.CaseFiles;
import court.filing.assignment.Courts.Judge;
import court.filing.filing.Filings.Stored;
import court.filing.notice.FilingNotices;
import court.platform.contract.Fact;
import court.platform.security.Actor;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Filings as who assigns cases sees them. */
@Component
class AcceptedFilings implements CaseFiles {

    private final FilingRows rows;
    private final FilingNotices notices;

    AcceptedFilings(FilingRows rows, FilingNotices notices) {
        this.rows = rows;
        this.notices = notices;
    }

    @Override
    public Mono<String> court(UUID id) {
        return rows.find(id).map(stored -> stored.filing().court()).filter(court -> !court.isEmpty());
    }

    @Override
    public Mono<Void> hand(UUID id, Judge judge, Instant now) {
        return rows.lock(id).flatMap(stored -> rows.update(handed(stored, judge), now));
    }

    @Override
    public Mono<Void> prompt(UUID id, Actor actor, List<Fact> facts) {
        return rows.find(id).flatMap(stored -> notices.tell(FilingsReturned.occasion(stored, actor, facts)));
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
