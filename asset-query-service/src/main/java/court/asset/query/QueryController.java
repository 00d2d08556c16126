package court.asset.query;

import court.asset.query.QueryDesk.Started;
import court.platform.security.Actor;
import court.platform.web.Command;
import court.platform.web.Page;
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

/** Property queries by HTTP, for the court of the case only. */
@RestController
@RequestMapping("/api/v1/cases/{caseId}")
class QueryController {

    private final QueryDesk desk;
    private final Findings findings;

    QueryController(QueryDesk desk, Findings findings) {
        this.desk = desk;
        this.findings = findings;
    }

    /** @param respondentId party id of the respondent to ask about */
    record Ask(@Nullable String respondentId) {}

    @PostMapping("/queries")
    @ResponseStatus(HttpStatus.CREATED)
    Mono<Started> ask(Command command, @PathVariable UUID caseId, @RequestBody Ask ask) {
        return desk.ask(command, caseId, ask.respondentId());
    }

    @GetMapping("/queries")
    Mono<Page<QueryView>> queries(Actor actor, @PathVariable UUID caseId) {
        return findings.queries(actor, caseId).map(all -> new Page<>(all, null));
    }

    @GetMapping("/assets")
    Mono<Page<AssetView>> assets(Actor actor, @PathVariable UUID caseId) {
        return findings.assets(actor, caseId).map(all -> new Page<>(all, null));
    }
}
