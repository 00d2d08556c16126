package court.archive.seal;

import com.fasterxml.jackson.annotation.JsonInclude;
import court.platform.security.AccessRefusal;
import court.platform.security.Actor;
import court.platform.security.Membership;
import court.platform.security.Memberships;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** How far the sealing of a dossier is, for the case's court only. */
@RestController
class SealedDossierController {

    private final Memberships memberships;
    private final Sealings sealings;
    private final Packages packages;

    SealedDossierController(Memberships memberships, Sealings sealings, Packages packages) {
        this.memberships = memberships;
        this.sealings = sealings;
        this.packages = packages;
    }

    /** Where a dossier stands. */
    enum State {
        /** The case is open. */
        OPEN,
        /** A package is being made, of the dossier or of a supplement. */
        SEALING,
        /** Everything told so far lies in sealed packages. */
        SEALED
    }

    /**
     * A dossier as the court sees it.
     *
     * @param lag what the package that is being made still waits for
     * @param trouble why it could not be made at the last try; tried again without being asked
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Dossier(
            State state,
            List<Item> packages,
            List<Lag> lag,
            @Nullable String trouble) {}

    /**
     * One package.
     *
     * @param pages of its volume, numbered ones
     * @param size of the package, in bytes
     * @param proven whether the proof of its entry in the ledger is there
     * @param receivedAt when the intranet had checked all of it
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Item(
            UUID packageId,
            int number,
            Instant sealedAt,
            int pages,
            long size,
            String sha256,
            String sm3,
            boolean proven,
            @Nullable Instant receivedAt) {

        static Item of(SealedPackage it) {
            return new Item(
                    it.packageId(),
                    it.number(),
                    it.sealedAt(),
                    it.pages(),
                    it.size(),
                    it.sha256(),
                    it.sm3(),
                    it.proof() != null,
                    it.receivedAt());
        }
    }

    @GetMapping("/api/v1/cases/{caseId}/dossier")
    Mono<Dossier> dossier(Actor actor, @PathVariable UUID caseId) {
        return memberships
                .get(actor, caseId)
                .doOnNext(SealedDossierController::mustBeCourt)
                .flatMap(reader -> packages.of(caseId).map(Item::of).collectList())
                .flatMap(items -> sealings.standing(caseId)
                        .map(it -> dossier(it, items))
                        .defaultIfEmpty(new Dossier(State.OPEN, items, List.of(), null)));
    }

    static void mustBeCourt(Membership reader) {
        if (!reader.isCourt()) {
            throw AccessRefusal.ROLE_MISSING.because();
        }
    }

    private static Dossier dossier(Sealings.Standing standing, List<Item> items) {
        return new Dossier(
                standing.state().equals("SEALED") ? State.SEALED : State.SEALING,
                items,
                standing.lag(),
                standing.trouble().isEmpty() ? null : standing.trouble());
    }
}
