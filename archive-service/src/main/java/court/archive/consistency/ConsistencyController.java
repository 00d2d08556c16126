package court.archive.consistency;

import court.platform.security.Actor;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Acts spoken = leaves = entries, shown at any time. */
@RestController
class ConsistencyController {

    private final ConsistencyDesk desk;

    ConsistencyController(ConsistencyDesk desk) {
        this.desk = desk;
    }

    /** Asks every owner anew; 503 names the one that does not answer. */
    @GetMapping("/api/v1/cases/{caseId}/consistency")
    Mono<Consistency> consistency(Actor actor, @PathVariable UUID caseId) {
        return desk.check(actor, caseId);
    }
}
