package court.ledger.audit;

import court.ledger.audit.AuditRows.Sizes;
import court.ledger.log.Checkpoints.Signed;
import court.ledger.log.HistoryChanged;
import court.ledger.log.Horizon;
import court.ledger.log.Publication;
import court.ledger.restore.Restorations;
import court.ledger.tile.TileFiles;
import court.ledger.witness.Witnesses;
import court.platform.merkle.TreeHead;
import court.platform.note.NoteRejected;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** The log as a whole, against what was seen of it outside of its database. Blocks. */
@Component
class Whole {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final AuditRows rows;
    private final Publication publication;
    private final TileFiles files;
    private final Horizon horizon;
    private final Witnesses witnesses;
    private final Restorations restorations;

    Whole(
            AuditRows rows,
            Publication publication,
            TileFiles files,
            Horizon horizon,
            Witnesses witnesses,
            Restorations restorations) {
        this.rows = rows;
        this.publication = publication;
        this.files = files;
        this.horizon = horizon;
        this.witnesses = witnesses;
        this.restorations = restorations;
    }

    /**
     * The tree that a walk reads: the one that the world was shown last; the one signed last when what was shown is not to be
     * had, or the database has less.
     */
    TreeHead shown(Consumer<Trouble> troubles) {
        Optional<TreeHead> beside = beside(troubles);
        long seen = Math.max(horizon.size(), beside.map(TreeHead::size).orElse(0L));
        Sizes sizes = rows.sizes(); // after what was seen: it only grows
        checkSizes(sizes, seen, troubles);
        return beside.filter(it -> it.size() <= sizes.larger()).orElseGet(() -> stored(troubles));
    }

    private Optional<TreeHead> beside(Consumer<Trouble> troubles) {
        publication.attempt().block(PATIENCE); // what is signed is shown, if it can be
        try {
            return Objects.requireNonNull(publication.beside().block(PATIENCE)).map(Signed::head);
        } catch (HistoryChanged changed) {
            troubles.accept(new Trouble(Spot.TILE, TileFiles.CHECKPOINT, "不在，或不是最近公布的"));
            return Optional.empty();
        }
    }

    private TreeHead stored(Consumer<Trouble> troubles) {
        try {
            return Objects.requireNonNull(publication.signed().block(PATIENCE)).head();
        } catch (NoteRejected changed) {
            troubles.accept(new Trouble(Spot.HISTORY, "checkpoint", "没有可信的检查点，无从核对"));
            return TreeHead.EMPTY;
        }
    }

    private static void checkSizes(Sizes sizes, long seen, Consumer<Trouble> troubles) {
        if (sizes.tree() != sizes.newestCheckpoint()) {
            troubles.accept(new Trouble(
                    Spot.SIZE, "tree", "数据库记为 %d 项，最后签名的是 %d 项".formatted(sizes.tree(), sizes.newestCheckpoint())));
        }
        if (sizes.larger() < seen) {
            troubles.accept(new Trouble(
                    Spot.HISTORY, "rollback", "数据库只有 %d 项，外界见过 %d 项：数据库被回滚".formatted(sizes.larger(), seen)));
        }
    }

    /** What belongs to no leaf, and what witnesses say. */
    void checkRest(TreeHead walked, Tiles tiles, Consumer<Trouble> troubles) {
        List<String> paths = files.paths();
        tiles.checkOthers(paths, walked.size(), Math.max(rows.sizes().larger(), horizon.size()));
        rows.outside().forEach(troubles);
        if (!neverRestored().isEmpty()) { // looked at again: one may have been recorded between the two readings
            neverRestored()
                    .forEach(leaf -> troubles.accept(new Trouble(Spot.LEAF, "unclaimed " + leaf, "登记为恢复所得，但没有这样的恢复")));
        }
        witnesses
                .disputes()
                .forEach((witness, why) ->
                        troubles.accept(new Trouble(Spot.HISTORY, "witness " + witness, "见证方不为现在的账本签名：" + why)));
    }

    private List<Long> neverRestored() {
        return rows.neverRestored(Objects.requireNonNull(restorations.signed().block(PATIENCE)));
    }
}
