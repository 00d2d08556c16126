package court.ledger.verify;

import court.ledger.log.LeafProofs;
import court.platform.security.Actor;
import court.platform.security.Memberships;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The proof file of one item of a case, for who may see that item. */
@Component
class CaseLeafProofs {

    private final Memberships memberships;
    private final CaseLeaves cases;
    private final LeafProofs proofs;

    CaseLeafProofs(Memberships memberships, CaseLeaves cases, LeafProofs proofs) {
        this.memberships = memberships;
        this.cases = cases;
        this.proofs = proofs;
    }

    Mono<String> proof(Actor actor, UUID caseId, long index) {
        return memberships
                .get(actor, caseId)
                .flatMap(reader -> cases.list(reader, index - 1, 1))
                .filter(found -> !found.isEmpty() && found.getFirst().index() == index)
                .flatMap(seen -> proofs.at(index))
                .map(LeafProofs.Proven::file)
                .switchIfEmpty(Mono.error(VerifyRefusal.LEAF_UNKNOWN::because));
    }
}
