package court.asset.freeze;

import court.asset.matter.Bench;
import court.asset.matter.Limit;
import court.asset.matter.Matters;
import court.asset.request.Requests;
import court.platform.model.Money;
import court.platform.security.Actor;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The freezes of a case, for its court; each view is put on record first (rules A6, RE7). */
@Component
class FreezeList {

    private final Bench bench;
    private final Matters matters;
    private final FreezeRows rows;
    private final Requests requests;

    FreezeList(Bench bench, Matters matters, FreezeRows rows, Requests requests) {
        this.bench = bench;
        this.matters = matters;
        this.rows = rows;
        this.requests = requests;
    }

    /**
     * All freezes under the claim.
     *
     * @param claim what may be frozen at most (rule RP2)
     * @param reserved what of it is or may be frozen
     */
    record Under(Money claim, Money reserved, List<FreezeView> items) {}

    Mono<Under> list(Actor actor, UUID caseId) {
        return bench.sees(actor, caseId, "freezes")
                .then(Mono.defer(() -> matters.get(caseId)))
                .flatMap(matter -> views(caseId).map(items -> under(matter.cap(), items)));
    }

    private Mono<List<FreezeView>> views(UUID caseId) {
        return rows.of(caseId)
                .concatMap(stored -> requests.about(stored.freeze().id())
                        .collectList()
                        .map(progress -> FreezeView.of(stored, progress)))
                .collectList();
    }

    private static Under under(Limit cap, List<FreezeView> items) {
        return new Under(new Money(cap.most()), new Money(cap.reserved()), items);
    }
}
