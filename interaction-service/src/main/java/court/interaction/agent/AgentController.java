package court.interaction.agent;

import court.interaction.agent.AgentDesk.Standing;
import court.platform.blob.Uploads;
import court.platform.security.Actor;
import court.platform.web.Command;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.codec.multipart.PartEvent;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Agents 代理人 by HTTP. */
@RestController
@RequestMapping("/api/v1/cases/{caseId}/agents")
class AgentController {

    private final AgentDesk desk;
    private final CaseAgents agents;
    private final Uploads uploads;

    AgentController(AgentDesk desk, CaseAgents agents, Uploads uploads) {
        this.desk = desk;
        this.agents = agents;
        this.uploads = uploads;
    }

    /** Why something is decided so: 1 to 500 characters. */
    record Because(@Nullable String reason) {}

    /** The letter of authority as {@code file}, with the fields of {@link AgentForm}. */
    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    Mono<Standing> apply(Command command, @PathVariable UUID caseId, @RequestBody Flux<PartEvent> parts) {
        return desk.mayApply(command.actor(), caseId)
                .then(Mono.defer(
                        () -> uploads.receiveInto(caseId, parts, letter -> desk.apply(command, caseId, letter))));
    }

    @GetMapping
    Mono<List<AgentView>> list(Actor actor, @PathVariable UUID caseId) {
        return agents.list(actor, caseId);
    }

    @GetMapping("/{agentId}/letter/content")
    Mono<ResponseEntity<Flux<DataBuffer>>> letter(
            Actor actor, @PathVariable UUID caseId, @PathVariable String agentId, @RequestHeader HttpHeaders asked) {
        return agents.letter(actor, caseId, agentId, asked);
    }

    @PostMapping("/{agentId}/approval")
    Mono<Standing> approve(Command command, @PathVariable UUID caseId, @PathVariable String agentId) {
        return desk.approve(command, caseId, agentId);
    }

    @PostMapping("/{agentId}/refusal")
    Mono<Standing> refuse(
            Command command, @PathVariable UUID caseId, @PathVariable String agentId, @RequestBody Because because) {
        return desk.refuse(command, caseId, agentId, because.reason());
    }

    @PostMapping("/{agentId}/revocation")
    Mono<Standing> revoke(
            Command command, @PathVariable UUID caseId, @PathVariable String agentId, @RequestBody Because because) {
        return desk.revoke(command, caseId, agentId, because.reason());
    }
}
