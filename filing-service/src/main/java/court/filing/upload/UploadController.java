package court.filing.upload;

import court.filing.upload.UploadDesk.Part;
import court.platform.blob.Uploads;
import court.platform.security.Actor;
import court.platform.upload.FormBytes;
import court.platform.upload.Tus;
import court.platform.upload.TusAnswers;
import court.platform.upload.UploadMetadata;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.codec.multipart.PartEvent;
import org.springframework.http.server.reactive.ServerHttpRequest;
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
 * Documents of a filing in parts over HTTP: tus 1.0. Each PATCH has a POST twin, in the same form or as a multipart form, for
 * the mini-program can send nothing else.
 */
@RestController
@RequestMapping("/api/v1/filings/{id}/uploads")
class UploadController {

    private static final String OVERRIDE = "X-HTTP-Method-Override=PATCH";

    private final UploadDesk desk;
    private final Uploads uploads;

    UploadController(UploadDesk desk, Uploads uploads) {
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
    Mono<ResponseEntity<Void>> begin(Actor actor, @PathVariable UUID id, ServerWebExchange exchange) {
        HttpHeaders headers = TusAnswers.heard(exchange);
        UploadMetadata told = UploadMetadata.parse(headers.getFirst(Tus.METADATA));
        return desk.begin(actor, id, told, Tus.length(headers))
                .map(it -> UploadAnswers.begun(exchange.getRequest().getPath().value(), it));
    }

    /** Uploads of the caller that can be resumed. */
    @GetMapping
    Flux<Progress> list(Actor actor, @PathVariable UUID id) {
        return desk.list(actor, id);
    }

    /** How far an upload came. */
    @RequestMapping(path = "/{uploadId}", method = RequestMethod.HEAD)
    Mono<ResponseEntity<Void>> look(
            Actor actor, @PathVariable UUID id, @PathVariable UUID uploadId, ServerWebExchange exchange) {
        TusAnswers.heard(exchange);
        return desk.look(actor, id, uploadId).map(it -> UploadAnswers.progress(HttpStatus.OK, it));
    }

    @PatchMapping(path = "/{uploadId}", consumes = Tus.BYTES)
    Mono<ResponseEntity<Void>> append(
            Actor actor, @PathVariable UUID id, @PathVariable UUID uploadId, ServerWebExchange exchange) {
        HttpHeaders headers = TusAnswers.heard(exchange);
        ServerHttpRequest request = exchange.getRequest();
        long size = Math.max(0, headers.getContentLength());
        return append(actor, id, new Part(uploadId, Tus.offset(headers), size, request.getBody()));
    }

    @PostMapping(path = "/{uploadId}", consumes = Tus.BYTES, headers = OVERRIDE)
    Mono<ResponseEntity<Void>> appendByPost(
            Actor actor, @PathVariable UUID id, @PathVariable UUID uploadId, ServerWebExchange exchange) {
        return append(actor, id, uploadId, exchange);
    }

    /** One part as the file of a form. */
    @PostMapping(path = "/{uploadId}", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    Mono<ResponseEntity<Void>> appendByForm(
            Actor actor,
            @PathVariable UUID id,
            @PathVariable UUID uploadId,
            ServerWebExchange exchange,
            @RequestBody Flux<PartEvent> parts) {
        HttpHeaders headers = TusAnswers.heard(exchange);
        return append(actor, id, new Part(uploadId, Tus.offset(headers), 0, FormBytes.of(parts)));
    }

    private Mono<ResponseEntity<Void>> append(Actor actor, UUID id, Part part) {
        return desk.append(actor, id, part)
                .onErrorResume(e -> FormBytes.readOn(part.bytes()).then(Mono.error(e)))
                .map(it -> UploadAnswers.progress(HttpStatus.NO_CONTENT, it));
    }

    /** Gives an upload up. */
    @DeleteMapping("/{uploadId}")
    Mono<ResponseEntity<Void>> giveUp(
            Actor actor, @PathVariable UUID id, @PathVariable UUID uploadId, ServerWebExchange exchange) {
        TusAnswers.heard(exchange);
        return desk.giveUp(actor, id, uploadId)
                .thenReturn(ResponseEntity.noContent().build());
    }
}
