package court.filing.filing;

import court.filing.application.Application;
import court.filing.notice.Concerned;
import court.filing.notice.Occasion;
import court.filing.notice.ReturnedFilings;
import court.platform.contract.Fact;
import court.platform.security.Actor;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Tells who reminds which filings still wait for their correction. */
@Component
class FilingsReturned implements ReturnedFilings {

    private static final Actor PLATFORM = Actor.service("filing");

    private final FilingRows rows;

    FilingsReturned(FilingRows rows) {
        this.rows = rows;
    }

    @Override
    public Mono<Occasion> returned(UUID filingId) {
        return rows.lock(filingId)
                .filter(stored -> stored.filing() instanceof Filing.Returned)
                .map(stored -> occasion(stored, PLATFORM, List.of()));
    }

    /** A filing as who prompts people about it knows it. */
    static Occasion occasion(Stored stored, Actor actor, List<Fact> facts) {
        Filing filing = stored.filing();
        Application application = filing.application();
        return new Occasion(
                filing.id(),
                stored.version(),
                filing.court(),
                application == null ? List.of() : Concerned.applicants(application.parties(), application.agents()),
                actor,
                facts);
    }
}
