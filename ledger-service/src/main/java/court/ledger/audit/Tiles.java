package court.ledger.audit;

import court.ledger.tile.TileFiles;
import court.platform.merkle.EntryBundle;
import court.platform.merkle.Hash;
import court.platform.merkle.Node;
import court.platform.merkle.Tile;
import court.platform.merkle.TileReader;
import court.platform.merkle.TileRejected;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The files of the public log, held against hashes that were computed again. For one walk over the tree; blocks. */
final class Tiles {

    private static final String HASHES = "tile/";
    private static final String ENTRIES = "tile/entries/";

    private final TileFiles files;
    private final Consumer<Trouble> troubles;
    /** Of each level above the leaves, the hashes of the tile that is not full yet. */
    private final Map<Integer, List<Hash>> pending = new TreeMap<>();
    /** What was read already. */
    private final Set<String> read = new HashSet<>();

    private final Set<String> spoilt = new HashSet<>();

    Tiles(TileFiles files, Consumer<Trouble> troubles) {
        this.files = files;
        this.troubles = troubles;
    }

    /** The hashes in a file, by place; none when it cannot be read. */
    Optional<List<Hash>> hashes(Tile tile) {
        return readable(() -> files.hashes(tile).map(it -> TileReader.hashes(tile, it)));
    }

    /** The entries behind a tile, by place; none when they cannot be read. */
    Optional<List<byte[]>> entries(Tile tile) {
        return readable(() -> files.entries(tile).map(it -> EntryBundle.entries(tile, it)));
    }

    private static <T> Optional<T> readable(Supplier<Optional<T>> file) {
        try {
            return file.get();
        } catch (TileRejected spoilt) {
            return Optional.empty(); // each of its places is then named
        }
    }

    /** Compares a tile of leaves and the entries behind it. */
    void check(Tile tile, List<Hash> proven) {
        compare(tile.path(), hashes(tile), proven);
        compare(
                tile.entriesPath(),
                entries(tile).map(it -> it.stream().map(Hash::ofLeaf).toList()),
                proven);
    }

    /** Takes up a subtree that is whole; compares the tile above when that is full. */
    void add(Node node) {
        int level = node.position().level() / Tile.HEIGHT;
        if (level == 0 || node.position().level() % Tile.HEIGHT != 0) {
            return;
        }
        List<Hash> hashes = pending.computeIfAbsent(level, it -> new ArrayList<>());
        hashes.add(node.hash());
        if (hashes.size() == Tile.FULL) {
            compareAbove(level, node.position().index(), hashes);
            hashes.clear();
        }
    }

    /** Compares the tiles above that are not full. */
    void finish(long size) {
        pending.forEach((level, hashes) -> {
            if (!hashes.isEmpty()) {
                compareAbove(level, (size >> level * Tile.HEIGHT) - 1, hashes);
            }
        });
    }

    private void compareAbove(int level, long last, List<Hash> hashes) {
        Tile tile = new Tile(level, last / Tile.FULL, hashes.size());
        compare(tile.path(), hashes(tile), hashes);
    }

    private void compare(String path, Optional<List<Hash>> found, List<Hash> proven) {
        read.add(path);
        if (found.isPresent() && found.get().equals(proven)) {
            return;
        }
        spoilt.add(path);
        String what = found.map(hashes -> "第 " + differing(hashes, proven) + " 个与重新计算的不同")
                .orElse("文件不在，或被截断");
        troubles.accept(new Trouble(Spot.TILE, path, what));
    }

    private static String differing(List<Hash> found, List<Hash> proven) {
        return IntStream.range(0, proven.size())
                .filter(at -> !found.get(at).equals(proven.get(at)))
                .mapToObj(Integer::toString)
                .collect(Collectors.joining("、"));
    }

    /**
     * Looks at what else lies there: narrower forms of tiles, which must be what the wider ones begin with, and files that no
     * tree of this log has.
     *
     * @param paths listed before {@code newest} was read
     * @param size leaves of the tree that was walked
     * @param newest leaves of the largest tree that was signed
     */
    void checkOthers(List<String> paths, long size, long newest) {
        paths.stream()
                .filter(path -> !read.contains(path) && !path.equals(TileFiles.CHECKPOINT))
                .forEach(path -> {
                    Optional<Tile> tile = tile(path);
                    if (tile.isEmpty() || extent(tile.get()) > newest) {
                        troubles.accept(new Trouble(Spot.TILE, path, "不属于账本"));
                    } else if (extent(tile.get()) <= size) {
                        checkNarrower(path, tile.get(), size);
                    }
                });
    }

    private void checkNarrower(String path, Tile tile, long size) {
        long there = (size >> tile.level() * Tile.HEIGHT) - tile.index() * Tile.FULL;
        Tile wide = new Tile(tile.level(), tile.index(), (int) Math.min(Tile.FULL, there));
        boolean isEntries = path.startsWith(ENTRIES);
        if (spoilt.contains(isEntries ? wide.entriesPath() : wide.path())) {
            return; // nothing to hold it against; the wide one is named
        }
        Optional<byte[]> stored = files.find(path);
        boolean same = stored.isEmpty() // taken away meanwhile: the wide one has it all
                || Arrays.equals(
                        stored.get(),
                        isEntries
                                ? EntryBundle.bytes(entries(wide).orElseThrow().subList(0, tile.width()))
                                : TileReader.bytes(hashes(wide).orElseThrow().subList(0, tile.width())));
        if (!same) {
            troubles.accept(new Trouble(Spot.TILE, path, "与后来的同一文件不同"));
        }
    }

    private static Optional<Tile> tile(String path) {
        try {
            if (path.startsWith(ENTRIES)) {
                return Optional.of(Tile.parse("0", path.substring(ENTRIES.length())));
            }
            String[] parts = path.split("/", 3);
            return path.startsWith(HASHES) && parts.length == 3
                    ? Optional.of(Tile.parse(parts[1], parts[2]))
                    : Optional.empty();
        } catch (TileRejected foreign) {
            return Optional.empty();
        }
    }

    /** Leaves of the smallest tree that has it. */
    private static long extent(Tile tile) {
        return (tile.index() * Tile.FULL + tile.width()) << tile.level() * Tile.HEIGHT;
    }
}
