package court.filing.filing;

import court.filing.notice.FilingNotices;
import court.platform.outbox.Outbox;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What follows from steps of filings in the same unit: facts, limits, prompts, and which files are still to be scanned. */
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

    /** One step of each filing at most. */
    Mono<Void> of(List<Step> steps) {
        return outbox.tell(steps.stream().flatMap(Step::told).toList())
                .then(Mono.defer(() -> clocks.follow(steps)))
                .then(Mono.defer(() -> scans.note(steps.stream()
                        .filter(Step::changedMaterials)
                        .map(step -> step.to().filing())
                        .toList())))
                .then(Mono.defer(
                        () -> notices.tell(steps.stream().map(Step::occasion).toList())));
    }
}
