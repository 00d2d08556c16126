package court.archive.timeline;

import court.archive.dossier.Cursor;
import court.archive.dossier.Entries;
import court.archive.dossier.Entry;
import court.archive.peer.Peers;
import court.platform.model.Refused;
import court.platform.security.Actor;
import court.platform.security.Memberships;
import court.platform.web.Page;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The whole case at a glance 全程留痕: the court sees every act, a party those told to it and no trace of others. */
@RestController
class TimelineController {

    private final Entries entries;
    private final Memberships memberships;
    private final Peers peers;

    TimelineController(Entries entries, Memberships memberships, Peers peers) {
        this.entries = entries;
        this.memberships = memberships;
        this.peers = peers;
    }

    /** All services' acts merged by (time, source, sequence), which is all the order there is between services. */
    @GetMapping("/api/v1/cases/{caseId}/timeline")
    Mono<Page<TimelineItem>> timeline(
            Actor actor,
            @PathVariable UUID caseId,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        Cursor after = Cursor.of(cursor);
        int size = Page.size(limit);
        return memberships
                .get(actor, caseId)
                .flatMap(reader -> entries.page(reader, after, size + 1))
                .map(rows -> Page.of(rows, size, row -> row.cursor().text()))
                .zipWhen(page -> onLedger(caseId))
                .map(both -> new Page<>(
                        items(both.getT1().items(), both.getT2().orElse(null)),
                        both.getT1().nextCursor()));
    }

    private static List<TimelineItem> items(List<Entry> rows, @Nullable Set<UUID> onLedger) {
        return rows.stream().map(row -> TimelineItem.of(row, onLedger)).toList();
    }

    /** A timeline is shown whether or not the ledger answers; then it only does not say what is on the ledger. */
    private Mono<Optional<Set<UUID>>> onLedger(UUID caseId) {
        return peers.leaves(caseId)
                .map(TimelineController::facts)
                .onErrorResume(Refused.class, silent -> Mono.just(Optional.empty()));
    }

    private static Optional<Set<UUID>> facts(List<Peers.Leaf> leaves) {
        return Optional.of(leaves.stream()
                .map(Peers.Leaf::factId)
                .filter(Objects::nonNull)
                .collect(Collectors.toUnmodifiableSet()));
    }
}
