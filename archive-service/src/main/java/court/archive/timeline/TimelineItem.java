package court.archive.timeline;

import com.fasterxml.jackson.annotation.JsonInclude;
import court.archive.dossier.Entry;
import court.archive.dossier.Glance;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One act on the timeline.
 *
 * @param title what kind of act, in Chinese
 * @param time when it happened, as its service says
 * @param actorKind who acted: {@code PARTY}, {@code STAFF} or {@code SERVICE}; absent when unreadable, or not for this reader
 * @param files how many files it carries; 0 when that is not for this reader
 * @param sha256 of its bytes, taken on arrival
 * @param recalled whether it was taken back 撤回; its contents are then for the court alone
 * @param receivedAt when it became a dossier entry
 * @param ledger whether it is on the ledger; absent while the ledger does not answer
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record TimelineItem(
        UUID factId,
        String source,
        long sequence,
        String type,
        String title,
        Instant time,
        @Nullable String actorKind,
        int files,
        String sha256,
        boolean recalled,
        Instant receivedAt,
        @Nullable Standing ledger) {

    /** Whether an act has its leaf. */
    enum Standing {
        PENDING,
        ENTERED
    }

    /** @param onLedger facts with a leaf, or null when the ledger does not say */
    static TimelineItem of(Entry entry, @Nullable Set<UUID> onLedger) {
        Glance glance = Glance.at(entry);
        return new TimelineItem(
                entry.factId(),
                entry.source(),
                entry.sequence(),
                entry.type(),
                Titles.of(entry.type()),
                entry.time(),
                glance.actorKind(),
                glance.files(),
                entry.sha256(),
                entry.recalled(),
                entry.receivedAt(),
                onLedger == null ? null : onLedger.contains(entry.factId()) ? Standing.ENTERED : Standing.PENDING);
    }
}
