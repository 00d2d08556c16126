package court.ledger.log;

import court.ledger.log.Checkpoints.Signed;
import court.ledger.tile.TileFiles;
import court.platform.blob.BlockingWork;
import court.platform.merkle.EntryBundle;
import court.platform.merkle.Hash;
import court.platform.merkle.NodeReader;
import court.platform.merkle.Position;
import court.platform.merkle.Tile;
import court.platform.merkle.TileReader;
import court.platform.merkle.Tree;
import court.platform.merkle.TreeHead;
import court.platform.note.NoteKey;
import court.platform.note.NoteRejected;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Shows the world what was signed. The order keeps history one: the database has taken the tree and its signature; then each
 * tile is durable; only then anybody is shown the checkpoint. What dies in between is finished by whoever comes next,
 * with the same bytes.
 */
@Component
public class Publication implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(Publication.class);

    /** How many tiles are in memory at once. */
    private static final int TILES = 32;

    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final Leaves leaves;
    private final Checkpoints checkpoints;
    private final TileFiles files;
    private final Cosignatures cosignatures;
    private final Counter failed;
    private final AtomicLong largestShown = new AtomicLong();
    private final AtomicReference<String> lastTrouble = new AtomicReference<>("");

    Publication(
            Leaves leaves, Checkpoints checkpoints, TileFiles files, Cosignatures cosignatures, MeterRegistry meters) {
        this.leaves = leaves;
        this.checkpoints = checkpoints;
        this.files = files;
        this.cosignatures = cosignatures;
        this.failed = Counter.builder("court.ledger.publication.failed")
                .description(
                        "times that a signed tree could not be shown: its tiles cannot be kept, or history was changed")
                .register(meters);
    }

    /** Finishes what an earlier process left, before this one says it is ready. */
    @Override
    public void run(ApplicationArguments unused) {
        attempt().block(PATIENCE);
    }

    /**
     * Shows what was signed, or tells operations why not. Facts are entered all the same, and safe; it is tried again with the
     * next of them, and by whoever asks.
     */
    public Mono<Void> attempt() {
        return current().then().onErrorResume(RuntimeException.class, trouble -> {
            failed.increment();
            String what = trouble.toString();
            if (!what.equals(lastTrouble.getAndSet(what))) {
                LOG.error("what was signed is not shown: {}", what);
            }
            return Mono.empty();
        });
    }

    /** How many leaves the world can see the signature over; what was signed since is shown first, if so many are wanted. */
    Mono<Long> reached(long wanted) {
        long known = largestShown.get();
        return wanted <= known ? Mono.just(known) : shown().map(it -> it.head().size());
    }

    /** The newest that the world is shown; what was signed since is shown first, if it can be. */
    public Mono<Signed> shown() {
        return attempt()
                .then(beside())
                .flatMap(it -> it.map(Mono::just).orElseGet(checkpoints::empty))
                .onErrorMap(HistoryChanged.class, changed -> ProofRefusal.NOT_SHOWN.because());
    }

    /**
     * What the checkpoint beside the tiles says; empty before the first. {@link HistoryChanged} when it is not the newest that
     * this process has seen there: then nothing more is shown.
     */
    public Mono<Optional<Signed>> beside() {
        return BlockingWork.call(this::read);
    }

    private Optional<Signed> read() {
        // before the file: a larger one that is shown meanwhile makes this one no older
        long known = largestShown.get();
        Optional<Signed> signed = files.shown().map(this::ours);
        long size = signed.map(it -> it.head().size()).orElse(0L);
        largestShown.accumulateAndGet(size, Math::max);
        if (size < known) {
            throw new HistoryChanged(
                    signed.isEmpty()
                            ? "the checkpoint beside the tiles is gone"
                            : "an older checkpoint lies beside the tiles");
        }
        return signed;
    }

    private Signed ours(String note) {
        try {
            return checkpoints.openAgain(note);
        } catch (NoteRejected changed) {
            throw new HistoryChanged("the checkpoint beside the tiles is not one of this log: " + changed.getMessage());
        }
    }

    /** The newest signed, shown or not: what is stored is held against it also while nothing can be shown. */
    public Mono<Signed> signed() {
        return checkpoints.newest();
    }

    /** The newest checkpoint, with everything entered so far under it, shown to the world if it was not yet. */
    public Mono<Signed> current() {
        return checkpoints
                .newest()
                .flatMap(signed -> shownSize()
                        .flatMap(shown -> shown >= signed.head().size()
                                ? Mono.just(signed)
                                : publish(shown, signed).thenReturn(signed)));
    }

    /** The newest checkpoint with what witnesses have put under it so far. */
    Mono<Witnessed> latest() {
        return shown().flatMap(this::withWitnesses);
    }

    /**
     * What a proof for one of the first so many leaves is best made under: a checkpoint that witnesses have seen; the newest
     * as long as none has.
     */
    Mono<Witnessed> over(long leaves) {
        return cosignatures
                .best(leaves)
                .flatMap(checkpoints::of)
                .switchIfEmpty(beside().flatMap(Mono::justOrEmpty)
                        .filter(it -> it.head().size() >= leaves)
                        .switchIfEmpty(current())
                        .onErrorMap(HistoryChanged.class, changed -> ProofRefusal.NOT_SHOWN.because()))
                .flatMap(this::withWitnesses);
    }

    private Mono<Long> shownSize() {
        return beside().map(it -> it.map(signed -> signed.head().size()).orElse(0L));
    }

    private Mono<Witnessed> withWitnesses(Signed signed) {
        return cosignatures.of(signed.head().size()).map(all -> Witnessed.of(signed, all));
    }

    /** Opens a checkpoint that somebody kept; rejects it unless this log signed it. */
    public Signed open(String note) {
        return checkpoints.open(note);
    }

    /** The log's Ed25519 key. */
    public NoteKey key() {
        return checkpoints.key().key();
    }

    /** The log's SM2 key. */
    public NoteKey sm2Key() {
        return checkpoints.key().sm2Key();
    }

    private Mono<Void> publish(long shown, Signed signed) {
        long size = signed.head().size();
        List<Tile> tiles = Tile.grown(shown, size);
        return Flux.fromIterable(tiles)
                .buffer(TILES)
                .concatMap(this::layOut)
                .then(BlockingWork.run(() -> requireLeadTo(signed.head())))
                .then(checkpoints.inTurn(BlockingWork.run(() -> show(signed))))
                .then(BlockingWork.run(() -> tiles.forEach(this::tidy)));
    }

    /** Another instance may have shown a larger one meanwhile. */
    private void show(Signed signed) {
        read();
        if (largestShown.get() < signed.head().size()) {
            files.show(signed.note());
            read();
        }
    }

    /** What is laid out holds by what stands above a full tile; the nodes of a tile that is not full are read besides. */
    private Mono<Void> layOut(List<Tile> tiles) {
        List<Position> needed = Stream.concat(
                        tiles.stream().filter(Tile::isFull).map(Tile::whole),
                        tiles.stream()
                                .filter(it -> it.level() > 0 || !it.isFull())
                                .flatMap(it -> it.positions().stream()))
                .toList();
        return leaves.nodes(needed)
                .flatMap(nodes -> Flux.fromIterable(tiles)
                        .concatMap(it -> it.level() == 0
                                ? layOutEntries(it, nodes)
                                : BlockingWork.run(() -> keepHashes(it, hashes(it, nodes), nodes)))
                        .then());
    }

    private void keepHashes(Tile tile, List<Hash> hashes, NodeReader nodes) {
        boolean holds = tile.isFull()
                ? TileReader.top(hashes).equals(nodes.read(tile.whole()))
                : hashes.equals(hashes(tile, nodes));
        if (!holds) {
            throw new HistoryChanged(tile.path() + " is not what stands in the tree");
        }
        keep(tile.path(), TileReader.bytes(hashes));
    }

    private Mono<Void> layOutEntries(Tile tile, NodeReader nodes) {
        return leaves.entries(tile.index() * Tile.FULL, tile.width())
                .flatMap(entries -> BlockingWork.run(() -> {
                    keepHashes(tile, entries.stream().map(Hash::ofLeaf).toList(), nodes);
                    keep(tile.entriesPath(), EntryBundle.bytes(entries));
                }));
    }

    private static List<Hash> hashes(Tile tile, NodeReader nodes) {
        return tile.positions().stream().map(nodes::read).toList();
    }

    private void keep(String path, byte[] bytes) {
        if (!files.keep(path, bytes)) {
            throw new HistoryChanged(path + " was shown with other contents");
        }
    }

    /** Reads the right edge back from the disk: what the tiles say must be what was signed. */
    private void requireLeadTo(TreeHead signed) {
        TileReader tiles = new TileReader(
                signed.size(), it -> files.hashes(it).orElseThrow(() -> new HistoryChanged(it.path() + " is gone")));
        TreeHead laidOut = new Tree(signed.size(), tiles).head();
        if (!laidOut.equals(signed)) {
            throw new HistoryChanged(signed, laidOut);
        }
    }

    /** The neighbour's narrower forms: an instance that is a little behind may still be writing this one's. */
    private void tidy(Tile tile) {
        if (tile.isFull() && tile.index() > 0) {
            Tile before = new Tile(tile.level(), tile.index() - 1, Tile.FULL);
            files.dropNarrower(before.path());
            if (tile.level() == 0) {
                files.dropNarrower(before.entriesPath());
            }
        }
    }
}
