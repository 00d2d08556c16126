package court.ledger.log;

import court.ledger.log.Checkpoints.Signed;
import court.ledger.tile.TileFiles;
import court.platform.blob.BlockingWork;
import court.platform.merkle.EntryBundle;
import court.platform.merkle.Frontier;
import court.platform.merkle.Tile;
import court.platform.merkle.TileRejected;
import court.platform.merkle.TreeHead;
import court.platform.note.Leaf;
import court.platform.note.NoteRejected;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Brings a database that was set back up to the tree that the world was shown: its leaves lie in the tiles, and they must lead to
 * the root in the checkpoint beside them. Works in the transaction of whoever asks.
 */
@Component
public class Regrowth {

    private final Leaves leaves;
    private final Checkpoints checkpoints;
    private final Publication publication;
    private final TileFiles files;
    private final Unclaimed unclaimed;
    private final Clock clock;

    Regrowth(
            Leaves leaves,
            Checkpoints checkpoints,
            Publication publication,
            TileFiles files,
            Unclaimed unclaimed,
            Clock clock) {
        this.leaves = leaves;
        this.checkpoints = checkpoints;
        this.publication = publication;
        this.files = files;
        this.unclaimed = unclaimed;
        this.clock = clock;
    }

    /**
     * From which tree to which; the same when nothing was missing.
     *
     * @param from what the database held
     */
    public record Regrown(TreeHead from, TreeHead to) {}

    /** {@link HistoryChanged} when the database is not the beginning of what was shown, or the tiles do not hold the rest. */
    public Mono<Regrown> run() {
        return leaves.lock()
                .flatMap(frontier -> checkpoints.newest().flatMap(newest -> {
                    TreeHead from = frontier.head();
                    if (!newest.head().equals(from)) {
                        throw new HistoryChanged(newest.head(), from);
                    }
                    return publication
                            .beside()
                            .flatMap(Mono::justOrEmpty)
                            .filter(shown -> shown.head().size() > from.size())
                            .flatMap(shown -> regrow(frontier, from, shown))
                            .defaultIfEmpty(new Regrown(from, from));
                }));
    }

    private Mono<Regrown> regrow(Frontier frontier, TreeHead from, Signed shown) {
        long size = shown.head().size();
        return Flux.fromIterable(Tile.grown(from.size(), size))
                .filter(it -> it.level() == 0)
                .concatMap(tile -> BlockingWork.call(() -> entries(tile, frontier.size()))
                        .flatMap(entries -> leaves.add(Growth.again(frontier, entries))))
                .then(Mono.fromRunnable(() -> {
                    if (!frontier.head().equals(shown.head())) {
                        throw new HistoryChanged(shown.head(), frontier.head());
                    }
                }))
                .then(checkpoints.takeBack(from.size(), shown, clock.instant()))
                .then(unclaimed.add(from.size()))
                .thenReturn(new Regrown(from, shown.head()));
    }

    /** What a tile holds from one leaf on. */
    private List<Leaf> entries(Tile tile, long from) {
        try {
            List<byte[]> all = files.entries(tile)
                    .map(it -> EntryBundle.entries(tile, it))
                    .orElseThrow(() -> new HistoryChanged(tile.entriesPath() + " is gone"));
            return all.subList((int) (from - tile.index() * Tile.FULL), all.size()).stream()
                    .map(Leaf::parse)
                    .toList();
        } catch (TileRejected | NoteRejected unreadable) {
            throw new HistoryChanged(tile.entriesPath() + " cannot be read: " + unreadable.getMessage());
        }
    }
}
