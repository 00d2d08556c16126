package court.interaction.upload;

import court.interaction.upload.RoomUploadDesk.Part;
import court.platform.blob.Uploads;
import court.platform.security.Actor;
import court.platform.upload.FormBytes;
import court.platform.upload.Tus;
import court.platform.upload.TusAnswers;
import court.platform.upload.TusAnswers.Standing;
import court.platform.upload.UploadMetadata;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.codec.multipart.PartEvent;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Files of a room in parts over HTTP: tus 1.0. A message that names the upload sends it. Each PATCH has a POST twin, in the same form
 * or as a multipart form.
 */
@RestController
@RequestMapping("/api/v1/cases/{caseId}/uploads")
class RoomUploadController {

    private static final String OVERRIDE = "X-HTTP-Method-Override=PATCH";

    private final RoomUploadDesk desk;
    private final Uploads uploads;

    RoomUploadController(RoomUploadDesk desk, Uploads uploads) {
        this.desk = desk;
        this.uploads = uploads;
    }

    /** What of tus is spoken here. */
    @RequestMapping(
            path = {"", "/{uploadId}"},
            method = RequestMethod.OPTIONS)
    ResponseEntity<Void> options() {
        return TusAnswers.spoken(uploads.limit());
    }

    /** Begins an upload. */
    @PostMapping
    Mono<ResponseEntity<Void>> begin(Actor actor, @PathVariable UUID caseId, ServerWebExchange exchange) {
        HttpHeaders headers = TusAnswers.heard(exchange);
        UploadMetadata told = UploadMetadata.parse(headers.getFirst(Tus.METADATA));
        return desk.begin(actor, caseId, told, Tus.length(headers))
                .map(it -> TusAnswers.begun(exchange.getRequest().getPath().value(), it));
    }

    /** Uploads of the caller that can be resumed or sent. */
    @GetMapping
    Flux<Standing> list(Actor actor, @PathVariable UUID caseId) {
        return desk.list(actor, caseId);
    }

    /** How far an upload came. */
    @RequestMapping(path = "/{uploadId}", method = RequestMethod.HEAD)
    Mono<ResponseEntity<Void>> look(
            Actor actor, @PathVariable UUID caseId, @PathVariable UUID uploadId, ServerWebExchange exchange) {
        TusAnswers.heard(exchange);
        return desk.look(actor, caseId, uploadId).map(it -> TusAnswers.progress(HttpStatus.OK, it));
    }

    @PatchMapping(path = "/{uploadId}", consumes = Tus.BYTES)
    Mono<ResponseEntity<Void>> append(
            Actor actor, @PathVariable UUID caseId, @PathVariable UUID uploadId, ServerWebExchange exchange) {
        HttpHeaders headers = TusAnswers.heard(exchange);
        long size = Math.max(0, headers.getContentLength());
        return append(
                actor,
                caseId,
                new Part(
                        uploadId,
                        Tus.offset(headers),
                        size,
                        exchange.getRequest().getBody()));
    }

    @PostMapping(path = "/{uploadId}", consumes = Tus.BYTES, headers = OVERRIDE)
    Mono<ResponseEntity<Void>> appendByPost(
            Actor actor, @PathVariable UUID caseId, @PathVariable UUID uploadId, ServerWebExchange exchange) {
        return append(actor, caseId, uploadId, exchange);
    }

    /** One part as the file of a form. */
    @PostMapping(path = "/{uploadId}", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    Mono<ResponseEntity<Void>> appendByForm(
            Actor actor,
            @PathVariable UUID caseId,
            @PathVariable UUID uploadId,
            ServerWebExchange exchange,
            @RequestBody Flux<PartEvent> parts) {
        HttpHeaders headers = TusAnswers.heard(exchange);
        return append(actor, caseId, new Part(uploadId, Tus.offset(headers), 0, FormBytes.of(parts)));
    }

    private Mono<ResponseEntity<Void>> append(Actor actor, UUID caseId, Part part) {
        return desk.append(actor, caseId, part)
                .onErrorResume(e -> FormBytes.readOn(part.bytes()).then(Mono.error(e)))
                .map(it -> TusAnswers.progress(HttpStatus.NO_CONTENT, it));
    }

    /** Gives an upload up. */
    @DeleteMapping("/{uploadId}")
    Mono<ResponseEntity<Void>> giveUp(
            Actor actor, @PathVariable UUID caseId, @PathVariable UUID uploadId, ServerWebExchange exchange) {
        TusAnswers.heard(exchange);
        return desk.giveUp(actor, caseId, uploadId)
                .thenReturn(ResponseEntity.noContent().build());
    }
}
