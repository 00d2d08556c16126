package court.asset.ruling;

import court.asset.ruling.RulingDesk.Registered;
import court.platform.security.Actor;
import court.platform.web.Command;
import court.platform.web.Page;
import java.util.UUID;
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

/** Rulings and assistance notices by HTTP, for the court of the case only. */
@RestController
@RequestMapping("/api/v1/cases/{caseId}/rulings")
class RulingController {

    private final RulingDesk desk;

    RulingController(RulingDesk desk) {
        this.desk = desk;
    }

    /** Where a file of a ruling is. */
    record Place(UUID caseId, UUID rulingId, String fileId) {}

    /** A form with the files {@code ruling} and {@code notice} (PDF) and the fields number, respondentId, limit. */
    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    Mono<Registered> register(Command command, @PathVariable UUID caseId, @RequestBody Flux<PartEvent> parts) {
        return desk.register(command, caseId, parts);
    }

    @GetMapping
    Mono<Page<RulingView>> list(Actor actor, @PathVariable UUID caseId) {
        return desk.list(actor, caseId).map(all -> new Page<>(all, null));
    }

    @GetMapping("/{rulingId}/files/{fileId}/content")
    Mono<ResponseEntity<Flux<DataBuffer>>> fetch(
            Actor actor,
            @PathVariable UUID caseId,
            @PathVariable UUID rulingId,
            @PathVariable String fileId,
            @RequestHeader HttpHeaders asked) {
        return desk.fetch(actor, new Place(caseId, rulingId, fileId), asked);
    }
}
