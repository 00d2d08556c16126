package court.archive.sync;

import court.archive.seal.Packages;
import court.archive.sync.Bundles.Made;
import court.platform.bundle.Acknowledgement;
import court.platform.bundle.Acknowledgement.Answer;
import court.platform.bundle.Acknowledgement.Verdict;
import court.platform.contract.DossierEvent;
import court.platform.contract.DossierEvent.DossierReceived;
import court.platform.contract.DossierEvent.DossierRejected;
import court.platform.contract.Fact;
import court.platform.outbox.Outbox;
import court.platform.security.Actor;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Writes down what the intranet says of each bundle and tells the platform, once. */
@Component
class ReceiptDesk {

    private static final String OPEN = "SENT";

    private final Bundles bundles;
    private final Packages packages;
    private final Outbox outbox;

    ReceiptDesk(Bundles bundles, Packages packages, Outbox outbox) {
        this.bundles = bundles;
        this.packages = packages;
        this.outbox = outbox;
    }

    /** Call it inside the unit that takes the acknowledgement, with the court's line locked. */
    Mono<Void> settle(Acknowledgement acknowledgement, String signedBy, Actor agent) {
        return Flux.fromIterable(acknowledgement.bundles())
                .concatMap(answer -> answered(acknowledgement, answer)
                        .flatMap(made -> settle(made, answer, acknowledgement.createdAt(), signedBy, agent)))
                .thenMany(Flux.fromIterable(acknowledgement.gaps()))
                .concatMap(gap -> bundles.missed(acknowledgement.court(), gap))
                .then();
    }

    private Mono<Made> answered(Acknowledgement acknowledgement, Answer answer) {
        return bundles.find(acknowledgement.court(), answer.number())
                .filter(made -> made.isAbout(answer))
                .switchIfEmpty(Mono.error(() -> SyncRefusal.BUNDLE_UNKNOWN.because(answer.number())));
    }

    private Mono<Void> settle(Made made, Answer answer, Instant at, String signedBy, Actor agent) {
        if (made.state().equals(answer.verdict().name())) {
            return Mono.empty();
        }
        if (!made.state().equals(OPEN)) {
            return Mono.error(SyncRefusal.ANSWERED_OTHERWISE.because(answer.number()));
        }
        return bundles.answered(made.court(), answer, at)
                .then(answer.verdict() == Verdict.RECEIVED ? packages.received(made.packageId(), at) : Mono.empty())
                .then(outbox.tell(made.caseId(), agent, List.of(Fact.courtOnly(event(made, answer, at, signedBy)))));
    }

    private static DossierEvent event(Made made, Answer answer, Instant at, String signedBy) {
        String reason = answer.reason();
        return reason == null
                ? new DossierReceived(made.packageId().toString(), made.number(), at, signedBy)
                : new DossierRejected(made.packageId().toString(), made.number(), reason, signedBy);
    }
}
