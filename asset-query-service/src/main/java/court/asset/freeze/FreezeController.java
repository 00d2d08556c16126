package court.asset.freeze;

import court.asset.freeze.FreezeDesk.Given;
import court.platform.security.Actor;
import court.platform.web.Command;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Freezes by HTTP, for the court of the case only. */
@RestController
@RequestMapping("/api/v1/cases/{caseId}/freezes")
class FreezeController {

    private final FreezeDesk desk;
    private final FreezeList list;

    FreezeController(FreezeDesk desk, FreezeList list) {
        this.desk = desk;
        this.list = list;
    }

    /** @param reason why it is lifted, up to 200 characters */
    record Release(@Nullable String reason) {}

    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    Mono<Given> order(Command command, @PathVariable UUID caseId, @RequestBody FreezeForm form) {
        return desk.order(command, caseId, form);
    }

    @GetMapping
    Mono<FreezeList.Under> list(Actor actor, @PathVariable UUID caseId) {
        return list.list(actor, caseId);
    }

    @PostMapping("/{freezeId}/release")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Mono<Given> release(
            Command command, @PathVariable UUID caseId, @PathVariable UUID freezeId, @RequestBody Release release) {
        return desk.release(command, caseId, freezeId, release.reason());
    }
}
