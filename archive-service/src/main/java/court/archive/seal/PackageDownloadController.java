package court.archive.seal;

import court.platform.blob.Downloads;
import court.platform.blob.Downloads.Item;
import court.platform.security.AccessRefusal;
import court.platform.security.Actor;
import court.platform.security.Memberships;
import court.platform.web.Views;
import java.util.UUID;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Gives out sealed packages, whole or in part, for the case's court only; each view goes on record first (rule RE7). */
@RestController
@RequestMapping("/api/v1/cases/{caseId}/dossier/{packageId}")
class PackageDownloadController {

    private final Memberships memberships;
    private final Packages packages;
    private final Views views;
    private final Downloads downloads;

    PackageDownloadController(Memberships memberships, Packages packages, Views views, Downloads downloads) {
        this.memberships = memberships;
        this.packages = packages;
        this.views = views;
        this.downloads = downloads;
    }

    /** The main volume 正卷 as PDF/A-2u. */
    @GetMapping("/volume")
    Mono<ResponseEntity<Flux<DataBuffer>>> volume(
            Actor actor, @PathVariable UUID caseId, @PathVariable UUID packageId, @RequestHeader HttpHeaders asked) {
        return open(actor, caseId, packageId)
                .map(it -> new Item(caseId, it.name().replace(".zip", ".pdf"), "application/pdf", it.volumeDigests()))
                .flatMap(item -> downloads.answer(item, asked));
    }

    /** The whole package as ZIP. */
    @GetMapping("/package")
    Mono<ResponseEntity<Flux<DataBuffer>>> whole(
            Actor actor, @PathVariable UUID caseId, @PathVariable UUID packageId, @RequestHeader HttpHeaders asked) {
        return open(actor, caseId, packageId)
                .map(it -> new Item(caseId, it.name(), "application/zip", it.digests()))
                .flatMap(item -> downloads.answer(item, asked));
    }

    /** That the package is on the ledger (c2sp.org/tlog-proof). */
    @GetMapping("/proof")
    Mono<ResponseEntity<String>> proof(Actor actor, @PathVariable UUID caseId, @PathVariable UUID packageId) {
        return open(actor, caseId, packageId).map(PackageDownloadController::proof);
    }

    private static ResponseEntity<String> proof(SealedPackage it) {
        String proof = it.proof();
        if (proof == null) {
            throw SealRefusal.PROOF_PENDING.because();
        }
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/plain;charset=UTF-8"))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"" + it.name().replace(".zip", ".tlog-proof") + "\"")
                .header("X-Content-Type-Options", "nosniff")
                .body(proof);
    }

    private Mono<SealedPackage> open(Actor actor, UUID caseId, UUID packageId) {
        return memberships
                .get(actor, caseId)
                .doOnNext(SealedDossierController::mustBeCourt)
                .then(Mono.defer(() -> packages.find(packageId)))
                .filter(it -> it.caseId().equals(caseId))
                .switchIfEmpty(Mono.error(AccessRefusal.NOT_YOURS::because))
                .flatMap(it -> views.record(actor, caseId, "dossier", packageId.toString())
                        .thenReturn(it));
    }
}
