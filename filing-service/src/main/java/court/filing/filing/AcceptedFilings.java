package court.filing.filing;

import court.filing.assignment.CaseFiles;
import court.filing.assignment.Courts.Judge;
import court.filing.filing.FilingRows.Written;
import court.filing.notice.FilingNotices;
import court.filing.room.AcceptedCases;
import court.filing.room.CaseParties;
import court.platform.contract.Fact;
import court.platform.contract.Party;
import court.platform.security.Actor;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Filings as who assigns cases, and who keeps their clocks, sees them. */
@Component
class AcceptedFilings implements CaseFiles, AcceptedCases {

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
        return rows.lock(id).flatMap(stored -> rows.update(List.of(new Written(handed(stored, judge), now))));
    }

    @Override
    public Mono<Void> prompt(UUID id, Actor actor, List<Fact> facts) {
        return rows.find(id).flatMap(stored -> notices.tell(List.of(FilingsReturned.occasion(stored, actor, facts))));
    }

    @Override
    public Mono<CaseParties> lock(UUID caseId) {
        return rows.lock(caseId).mapNotNull(stored -> parties(stored.filing()));
    }

    private static @Nullable CaseParties parties(Filing filing) {
        return filing instanceof Filing.Accepted it
                ? new CaseParties(
                        it.application().of(Party.Role.APPLICANT),
                        it.application().of(Party.Role.RESPONDENT))
                : null;
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
