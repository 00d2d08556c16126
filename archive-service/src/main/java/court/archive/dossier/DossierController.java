package court.archive.dossier;

import court.platform.security.AccessRefusal;
import court.platform.security.Actor;
import court.platform.security.Membership;
import court.platform.security.Memberships;
import court.platform.web.Page;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Single entries as they came, and the register of accesses. */
@RestController
@RequestMapping("/api/v1/cases/{caseId}")
class DossierController {

    private final Entries entries;
    private final Memberships memberships;

    DossierController(Entries entries, Memberships memberships) {
        this.entries = entries;
        this.memberships = memberships;
    }

    /**
     * Who saw which protected data, when.
     *
     * @param actorId who saw it: staff id, account id or service
     * @param object what was seen, such as {@code filing}
     */
    record Access(
            UUID factId,
            Instant time,
            @Nullable String actorId,
            @Nullable String actorKind,
            @Nullable String object,
            @Nullable String objectId,
            String source) {

        static Access of(Entry entry) {
            Glance seen = Glance.at(entry);
            return new Access(
                    entry.factId(),
                    entry.time(),
                    seen.actorId(),
                    seen.actorKind(),
                    seen.object(),
                    seen.objectId(),
                    entry.source());
        }
    }

    /** The exact bytes spoken, under the digest taken when they arrived (RFC 9530): a changed entry does not match it. */
    @GetMapping("/entries/{factId}")
    Mono<ResponseEntity<byte[]>> entry(Actor actor, @PathVariable UUID caseId, @PathVariable UUID factId) {
        return memberships
                .get(actor, caseId)
                .flatMap(reader -> entries.find(reader, factId))
                .switchIfEmpty(Mono.error(AccessRefusal.NOT_YOURS::because))
                .map(DossierController::exactly);
    }

    private static ResponseEntity<byte[]> exactly(Entry entry) {
        String digest = Base64.getEncoder().encodeToString(HexFormat.of().parseHex(entry.sha256()));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .header("Repr-Digest", "sha-256=:" + digest + ":")
                .body(entry.body());
    }

    /** The case's views of protected data, for its court only. */
    @GetMapping("/accesses")
    Mono<Page<Access>> accesses(
            Actor actor,
            @PathVariable UUID caseId,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        Cursor after = Cursor.of(cursor);
        int size = Page.size(limit);
        return memberships
                .get(actor, caseId)
                .doOnNext(DossierController::mustBeCourt)
                .flatMap(reader -> entries.accesses(reader, after, size + 1))
                .map(rows -> Page.of(rows, size, row -> row.cursor().text()))
                .map(page -> new Page<>(items(page), page.nextCursor()));
    }

    private static void mustBeCourt(Membership reader) {
        if (!reader.isCourt()) {
            throw AccessRefusal.ROLE_MISSING.because();
        }
    }

    private static List<Access> items(Page<Entry> page) {
        return page.items().stream().map(Access::of).toList();
    }
}
