package court.ledger.verify;

import io.swagger.v3.oas.annotations.Hidden;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;

/** For the other services: which facts of a case have a leaf, so that sets of ids can be compared. */
@RestController
@Hidden
class FactLeavesController {

    private final CaseLeaves cases;

    FactLeavesController(CaseLeaves cases) {
        this.cases = cases;
    }

    @GetMapping("/internal/v1/cases/{id}/leaves")
    Flux<CaseLeaves.FactLeaf> leaves(@PathVariable UUID id) {
        return cases.facts(id);
    }
}
