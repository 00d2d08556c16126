package court.platform.upload;

import court.platform.blob.Uploads;
import court.platform.security.Actor;
import court.platform.upload.UploadActs.Part;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.codec.multipart.PartEvent;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Files in parts over HTTP: tus 1.0, at an address that ends in {@code /{id}/uploads}. Each PATCH has a POST twin, in the same form or
 * as a multipart form, for the mini-program can send nothing else.
 *
 * @param <P> how far an upload came
 */
public abstract class TusEndpoint<P extends UploadActs.Reached> {

    private static final String OVERRIDE = "X-HTTP-Method-Override=PATCH";

    private final UploadActs<P> acts;
    private final Uploads uploads;

    protected TusEndpoint(UploadActs<P> acts, Uploads uploads) {
        this.acts = acts;
        this.uploads = uploads;
    }

    /** What of tus is spoken here. */
    @RequestMapping(
            path = {"", "/{uploadId}"},
            method = RequestMethod.OPTIONS)
    public ResponseEntity<Void> options() {
        return TusAnswers.spoken(uploads.limit());
    }

    /** Begins an upload. */
    @PostMapping
    public Mono<ResponseEntity<Void>> begin(Actor actor, @PathVariable UUID id, ServerWebExchange exchange) {
        HttpHeaders headers = TusAnswers.heard(exchange);
        UploadMetadata told = UploadMetadata.parse(headers.getFirst(Tus.METADATA));
        String path = exchange.getRequest().getPath().value();
        return acts.begin(actor, id, told, Tus.length(headers)).map(it -> TusAnswers.begun(path, it));
    }

    /** How far an upload came. */
    @RequestMapping(path = "/{uploadId}", method = RequestMethod.HEAD)
    public Mono<ResponseEntity<Void>> look(
            Actor actor, @PathVariable UUID id, @PathVariable UUID uploadId, ServerWebExchange exchange) {
        TusAnswers.heard(exchange);
        return acts.look(actor, id, uploadId).map(it -> TusAnswers.progress(HttpStatus.OK, it));
    }

    @PatchMapping(path = "/{uploadId}", consumes = Tus.BYTES)
    public Mono<ResponseEntity<Void>> append(
            Actor actor, @PathVariable UUID id, @PathVariable UUID uploadId, ServerWebExchange exchange) {
        HttpHeaders headers = TusAnswers.heard(exchange);
        long size = Math.max(0, headers.getContentLength());
        ServerHttpRequest request = exchange.getRequest();
        return append(actor, id, new Part(uploadId, Tus.offset(headers), size, request.getBody()));
    }

    @PostMapping(path = "/{uploadId}", consumes = Tus.BYTES, headers = OVERRIDE)
    public Mono<ResponseEntity<Void>> appendByPost(
            Actor actor, @PathVariable UUID id, @PathVariable UUID uploadId, ServerWebExchange exchange) {
        return append(actor, id, uploadId, exchange);
    }

    /** One part as the file of a form. */
    @PostMapping(path = "/{uploadId}", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    public Mono<ResponseEntity<Void>> appendByForm(
            Actor actor,
            @PathVariable UUID id,
            @PathVariable UUID uploadId,
            ServerWebExchange exchange,
            @RequestBody Flux<PartEvent> parts) {
        HttpHeaders headers = TusAnswers.heard(exchange);
        return append(actor, id, new Part(uploadId, Tus.offset(headers), 0, FormBytes.of(parts)));
    }

    private Mono<ResponseEntity<Void>> append(Actor actor, UUID id, Part part) {
        return acts.append(actor, id, part)
                .onErrorResume(e -> FormBytes.readOn(part.bytes()).then(Mono.error(e)))
                .map(it -> TusAnswers.progress(HttpStatus.NO_CONTENT, it));
    }

    /** Gives an upload up. */
    @DeleteMapping("/{uploadId}")
    public Mono<ResponseEntity<Void>> giveUp(
            Actor actor, @PathVariable UUID id, @PathVariable UUID uploadId, ServerWebExchange exchange) {
        TusAnswers.heard(exchange);
        return acts.giveUp(actor, id, uploadId)
                .thenReturn(ResponseEntity.noContent().build());
    }
}
