package court.platform.web;

import court.platform.outbox.Outbox;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;

/** What this service told about a case, for the other services: with it anybody can show that nothing was lost. */
@Hidden
@RestController
final class ActsController {

    private final Outbox outbox;

    ActsController(Outbox outbox) {
        this.outbox = outbox;
    }

    @GetMapping("/internal/v1/cases/{caseId}/acts")
    Flux<Outbox.Told> acts(@PathVariable UUID caseId) {
        return outbox.told(caseId);
    }
}
