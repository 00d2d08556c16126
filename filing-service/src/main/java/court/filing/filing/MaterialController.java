package court.filing.filing;

import court.platform.blob.Downloads;
import court.platform.blob.Received;
import court.platform.blob.Uploaded;
import court.platform.blob.Uploads;
import court.platform.outbox.TextDigests;
import court.platform.security.Actor;
import court.platform.web.Command;
import court.platform.web.Views;
import java.time.Clock;
import java.util.UUID;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.codec.multipart.PartEvent;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.DeleteMapping;
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

/** Documents of a filing over HTTP: one file per upload, with its kind as a form field. */
@RestController
@RequestMapping("/api/v1/filings/{id}/materials")
class MaterialController {

    private final FilingDesk desk;
    private final Filings filings;
    private final Files files;
    private final Views views;
    private final Clock clock;

    MaterialController(FilingDesk desk, Filings filings, Files files, Views views, Clock clock) {
        this.desk = desk;
        this.filings = filings;
        this.files = files;
        this.views = views;
        this.clock = clock;
    }

    /** Files coming in and going out. */
    @Component
    record Files(Uploads uploads, Downloads downloads) {}

    /** Attaches a file. Who may attach nothing here uploads nothing: access is checked before the bytes are read. */
    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    Mono<FilingSummary> attach(Command command, @PathVariable UUID id, @RequestBody Flux<PartEvent> parts) {
        return filings.get(command.actor(), id)
                .then(files.uploads().receiveInto(id, parts, received -> attached(command, id, received)));
    }

    private Mono<FilingSummary> attached(Command command, UUID id, Received received) {
        Uploaded it = received.file();
        Material material = Material.of(id, it.fields().getOrDefault("kind", ""), it, clock.instant());
        return desk.attach(command.about(digest(material)), id, material, received.keep());
    }

    /** What the same key must come with again: the file, its name and its kind. */
    private static String digest(Material material) {
        return TextDigests.of(material.file().sha256() + "\n" + material.name().reveal() + "\n" + material.kind())
                .sha256();
    }

    @DeleteMapping("/{fileId}")
    Mono<FilingSummary> detach(Command command, @PathVariable UUID id, @PathVariable String fileId) {
        return desk.detach(command, id, fileId);
    }

    /** The file itself, whole or in part; a view by the court is put on record first. */
    @GetMapping("/{fileId}/content")
    Mono<ResponseEntity<Flux<DataBuffer>>> content(
            Actor actor, @PathVariable UUID id, @PathVariable String fileId, @RequestHeader HttpHeaders headers) {
        return filings.get(actor, id).map(Stored::filing).flatMap(filing -> {
            Material material = filing.papers().get(fileId);
            material.mustBeUsable();
            return recorded(actor, filing, material)
                    .then(Mono.defer(() -> files.downloads().answer(item(id, material), headers)));
        });
    }

    private Mono<Void> recorded(Actor actor, Filing filing, Material material) {
        return actor.isStaff() && !FilingAccess.isInHandsOf(actor, filing)
                ? views.record(actor, filing.id(), "material", material.file().id())
                : Mono.empty();
    }

    private static Downloads.Item item(UUID id, Material material) {
        return new Downloads.Item(
                id,
                material.name().reveal(),
                material.file().mediaType(),
                material.file().digests());
    }
}
