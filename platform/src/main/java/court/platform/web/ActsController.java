package court.platform.web;

import court.platform.outbox.Outbox;
import court.platform.outbox.Tally;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;

/** What this service told, of a case or at all, for the other services: with it anybody can show that nothing was lost. */
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

    @GetMapping("/internal/v1/acts")
    Flux<Tally> tallies(@RequestParam UUID before) {
        return outbox.tallies(before);
    }

    @GetMapping("/internal/v1/acts/{type}")
    Flux<Outbox.Act> acts(@PathVariable String type, @RequestParam UUID after, @RequestParam UUID before) {
        return outbox.acts(type, after, before);
    }
}
