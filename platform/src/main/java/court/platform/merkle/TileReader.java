package court.platform.merkle;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Reads a tree of one size out of its tiles. Each tile is fetched once. Not for two threads. */
public final class TileReader implements NodeReader {

    private static final int HASH = 32;

    private final long size;
    private final Function<Tile, byte[]> source;
    private final Map<Tile, List<Hash>> read = new HashMap<>();

    /** @param source gives the bytes of a tile */
    public TileReader(long size, Function<Tile, byte[]> source) {
        this.size = size;
        this.source = source;
    }

    /** The hashes of a tile; rejects bytes that are not exactly as many. */
    public static List<Hash> hashes(Tile tile, byte[] bytes) {
        if (bytes.length != tile.width() * HASH) {
            throw new TileRejected("not as wide as its name says");
        }
        List<Hash> hashes = new ArrayList<>();
        for (int at = 0; at < bytes.length; at += HASH) {
            byte[] hash = new byte[HASH];
            System.arraycopy(bytes, at, hash, 0, HASH);
            hashes.add(Hash.of(hash));
        }
        return hashes;
    }

    /** The bytes of a tile of these hashes. */
    public static byte[] bytes(List<Hash> hashes) {
        ByteBuffer bytes = ByteBuffer.allocate(hashes.size() * HASH);
        hashes.forEach(it -> {
            if (!it.isWhole()) {
                throw new TileRejected("a hash is missing");
            }
            bytes.put(it.bytes());
        });
        return bytes.array();
    }

    @Override
    public Hash read(Position position) {
        Tile tile = Tile.holding(position, size);
        List<Hash> all = read.computeIfAbsent(tile, it -> hashes(it, source.apply(it)));
        int above = position.level() % Tile.HEIGHT;
        int from = (int) ((position.index() << above) % Tile.FULL);
        int to = from + (1 << above);
        if (to > all.size()) {
            throw new TileRejected("the subtree is not whole in a tree of this size");
        }
        return top(all.subList(from, to));
    }

    /** The subtree over neighbours whose number is a power of two. */
    public static Hash top(List<Hash> level) {
        List<Hash> rest = level;
        while (rest.size() > 1) {
            List<Hash> next = new ArrayList<>();
            for (int i = 0; i < rest.size(); i += 2) {
                next.add(Hash.join(rest.get(i), rest.get(i + 1)));
            }
            rest = next;
        }
        return rest.getFirst();
    }
}
