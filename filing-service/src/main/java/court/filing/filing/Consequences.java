package court.filing.filing;

import court.filing.filing.Filings.Stored;
import court.filing.notice.FilingNotices;
import court.platform.contract.Fact;
import court.platform.outbox.Outbox;
import court.platform.security.Actor;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What follows from a step of a filing in the same unit: facts, limits, prompts, and which files are still to be scanned. */
@Component
class Consequences {

    private final Outbox outbox;
    private final FilingClocks clocks;
    private final FilingNotices notices;
    private final ScanRows scans;

    Consequences(Outbox outbox, FilingClocks clocks, FilingNotices notices, ScanRows scans) {
        this.outbox = outbox;
        this.clocks = clocks;
        this.notices = notices;
        this.scans = scans;
    }

    Mono<Void> of(Actor actor, Stored from, Stored to, List<Fact> facts) {
        return outbox.tell(to.filing().id(), actor, facts)
                .then(Mono.defer(() -> clocks.step(from.filing(), to.filing())))
                .then(Mono.defer(() -> noted(from.filing(), to.filing())))
                .then(Mono.defer(() -> notices.tell(FilingsReturned.occasion(to, actor, facts))));
    }

    private Mono<Void> noted(Filing from, Filing to) {
        return to.papers().materials().equals(from.papers().materials()) ? Mono.empty() : scans.note(to);
    }
}
