package court.ledger.log;

import io.swagger.v3.oas.annotations.Hidden;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** For the archive: the proofs it lays into a sealed package. */
@RestController
@Hidden
class CaseProofsController {

    private final CaseProofs proofs;

    CaseProofsController(CaseProofs proofs) {
        this.proofs = proofs;
    }

    @GetMapping("/internal/v1/cases/{id}/proofs")
    Mono<CaseProofs.Proven> proofs(@PathVariable UUID id) {
        return proofs.of(id);
    }
}
