package court.ledger.audit;

import court.ledger.audit.AuditRows.LeafAt;
import court.ledger.log.Leaves;
import court.platform.merkle.Frontier;
import court.platform.merkle.Hash;
import court.platform.merkle.Node;
import court.platform.merkle.NodeReader;
import court.platform.merkle.Position;
import court.platform.merkle.Tile;
import court.platform.merkle.TileReader;
import court.platform.merkle.TreeHead;
import court.platform.note.Leaf;
import court.platform.note.NoteRejected;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * One walk over the tree, from the first leaf to the last that was shown when it began, a tile's width at a time. What is right
 * is computed from the leaves that lead to the signed root; everything else is held against that. Blocks.
 */
final class AuditPass {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final TreeHead signed;
    private final AuditRows rows;
    private final Leaves leaves;
    private final Items items;
    private final Signatures signatures;
    private final Tiles tiles;
    private final Consumer<Trouble> troubles;
    private final Frontier walked = Frontier.of(0, position -> Hash.EMPTY_TREE);
    private long lastCheckpoint;

    AuditPass(
            TreeHead signed,
            AuditRows rows,
            Leaves leaves,
            Items items,
            Signatures signatures,
            Tiles tiles,
            Consumer<Trouble> troubles) {
        this.signed = signed;
        this.rows = rows;
        this.leaves = leaves;
        this.items = items;
        this.signatures = signatures;
        this.tiles = tiles;
        this.troubles = troubles;
    }

    boolean isDone() {
        return walked.size() >= signed.size();
    }

    /** Leaves that were read. */
    long at() {
        return walked.size();
    }

    /** Goes on by one tile; answers how many bytes of facts and files were read. */
    long step() {
        long from = walked.size();
        int width = (int) Math.min(Tile.FULL, signed.size() - from);
        Tile tile = new Tile(0, from / Tile.FULL, width);
        List<@Nullable Leaf> stored = stored(from, width);
        NodeReader nodes = nodes(below(from, width));
        Optional<List<byte[]>> entries = tiles.entries(tile);
        Copies copies = new Copies(
                from,
                width,
                List.of(
                        hashes(stored),
                        whole(IntStream.range(0, width)
                                .mapToObj(at -> nodes.read(new Position(0, from + at)))
                                .toList()),
                        orAbsent(width, tiles.hashes(tile)),
                        orAbsent(
                                width,
                                entries.map(it -> it.stream().map(Hash::ofLeaf).toList()))));
        List<Hash> proven = prove(copies);
        nameLeaves(from, stored, proven);
        tiles.check(tile, proven);
        grow(proven, nodes, signatures.of(from, from + width));
        return items.check(from, known(proven, stored, entries), troubles);
    }

    /** What is left to look at when every leaf was read. */
    void finish() {
        tiles.finish(signed.size());
        if (!walked.head().equals(signed)) {
            troubles.accept(new Trouble(Spot.HISTORY, "root", "重新计算的根与已签名的根不同"));
        }
    }

    private List<Hash> prove(Copies copies) {
        List<Position> above = Copies.above(copies.from(), copies.width(), signed.size());
        NodeReader shown = new TileReader(
                signed.size(), it -> tiles.hashes(it).map(TileReader::bytes).orElseGet(() -> new byte[0]));
        return copies.proven(signed, List.of(nodes(above), shown)).orElseGet(() -> {
            troubles.accept(new Trouble(
                    Spot.HISTORY,
                    "leaf %d-%d".formatted(copies.from(), copies.from() + copies.width() - 1),
                    "这些项不能推导出已签名的根"));
            return copies.mostFound();
        });
    }

    private void nameLeaves(long from, List<@Nullable Leaf> stored, List<Hash> proven) {
        for (int at = 0; at < proven.size(); at++) {
            Leaf leaf = stored.get(at);
            if (leaf == null || !leaf.hash().equals(proven.get(at))) {
                troubles.accept(new Trouble(Spot.LEAF, "leaf " + (from + at), leaf == null ? "不在或不可读" : "与记入时不同"));
            }
        }
    }

    /** Adds the leaves one by one, so that each tree that was ever signed is met at its size. */
    private void grow(List<Hash> proven, NodeReader stored, Signatures.Stretch stretch) {
        List<Node> grown = new ArrayList<>();
        for (Hash hash : proven) {
            grown.addAll(walked.append(hash));
            lastCheckpoint = signatures.check(stretch, walked, lastCheckpoint, troubles);
        }
        NodeReader above = nodes(grown.stream()
                .map(Node::position)
                .filter(it -> it.level() > Tile.HEIGHT)
                .toList());
        for (Node node : grown) {
            Position position = node.position();
            Hash found = position.level() > Tile.HEIGHT ? above.read(position) : stored.read(position);
            if (!found.equals(node.hash())) {
                troubles.accept(new Trouble(Spot.NODE, position.level() + "/" + position.index(), "不在，或与重新计算的不同"));
            }
            tiles.add(node);
        }
    }

    /** The leaves themselves, from whichever copy has the proved one. */
    private static List<@Nullable Leaf> known(
            List<Hash> proven, List<@Nullable Leaf> stored, Optional<List<byte[]>> entries) {
        List<@Nullable Leaf> known = new ArrayList<>();
        for (int at = 0; at < proven.size(); at++) {
            Leaf leaf = stored.get(at);
            boolean isRight = leaf != null && leaf.hash().equals(proven.get(at));
            int place = at;
            known.add(
                    isRight
                            ? leaf
                            : entries.map(it -> it.get(place))
                                    .filter(it -> Hash.ofLeaf(it).equals(proven.get(place)))
                                    .map(AuditPass::parsed)
                                    .orElse(null));
        }
        return known;
    }

    private static @Nullable Leaf parsed(byte[] entry) {
        try {
            return Leaf.parse(entry);
        } catch (NoteRejected unreadable) {
            return null;
        }
    }

    private List<@Nullable Leaf> stored(long from, int width) {
        List<@Nullable Leaf> byPlace = absent(width);
        for (LeafAt row : rows.leaves(from, from + width)) {
            byPlace.set((int) (row.index() - from), row.leaf());
        }
        return byPlace;
    }

    private NodeReader nodes(List<Position> positions) {
        return Objects.requireNonNull(leaves.nodes(positions).block(PATIENCE));
    }

    /** Every whole subtree inside of a tile. */
    private static List<Position> below(long from, int width) {
        return IntStream.rangeClosed(0, Tile.HEIGHT)
                .boxed()
                .flatMap(level ->
                        IntStream.range(0, width >> level).mapToObj(at -> new Position(level, (from >> level) + at)))
                .toList();
    }

    private static List<@Nullable Hash> hashes(List<@Nullable Leaf> leaves) {
        List<@Nullable Hash> hashes = new ArrayList<>();
        leaves.forEach(it -> hashes.add(it == null ? null : it.hash()));
        return hashes;
    }

    /** A node that is gone has a hash of no bytes. */
    private static List<@Nullable Hash> whole(List<Hash> found) {
        List<@Nullable Hash> hashes = new ArrayList<>();
        found.forEach(it -> hashes.add(it.isWhole() ? it : null));
        return hashes;
    }

    private static List<@Nullable Hash> orAbsent(int width, Optional<List<Hash>> found) {
        return found.isPresent() ? new ArrayList<>(found.get()) : absent(width);
    }

    private static <T> List<@Nullable T> absent(int width) {
        List<@Nullable T> all = new ArrayList<>();
        for (int at = 0; at < width; at++) {
            all.add(null);
        }
        return all;
    }
}
