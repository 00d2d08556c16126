package court.platform.merkle;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;

/**
 * Which part of the tree one file holds: up to 256 neighbouring subtrees of one height (c2sp.org/tlog-tiles). On level 0 they
 * are leaves; on each level above, one is a whole tile of the level below.
 *
 * @param index counts the tiles of the level
 * @param width how many subtrees; 256 never change again, fewer belong to trees of some sizes only
 */
public record Tile(int level, long index, int width) {

    public static final int FULL = 256;
    /** A tile spans so many levels of the tree. */
    public static final int HEIGHT = 8;

    private static final int HIGHEST = 63;
    /** Elements before the last; no number of so few digits overflows. */
    private static final String ELEMENTS = "((?:x[0-9]{3}/){0,5})";

    private static final Pattern LEVEL = Pattern.compile("0|[1-9][0-9]?");
    private static final Pattern NAME =
            Pattern.compile(ELEMENTS + "([0-9]{3})(?:\\.p/([1-9][0-9]?|1[0-9][0-9]|2[0-4][0-9]|25[0-5]))?");

    public Tile {
        if (level < 0 || level > HIGHEST || index < 0 || width < 1 || width > FULL) {
            throw new TileRejected("no such tile");
        }
    }

    /** The tile that holds a subtree, as a tree of this size has it. */
    public static Tile holding(Position position, long size) {
        int level = position.level() / HEIGHT;
        return at(level, (position.index() << position.level() % HEIGHT) / FULL, size);
    }

    /** Tiles of a tree that a smaller tree does not have. */
    public static List<Tile> grown(long older, long newer) {
        List<Tile> tiles = new ArrayList<>();
        for (int level = 0; level * HEIGHT < Long.SIZE && newer >> level * HEIGHT > 0; level++) {
            long before = older >> level * HEIGHT;
            long after = newer >> level * HEIGHT;
            if (before < after) {
                int height = level;
                LongStream.rangeClosed(before / FULL, (after - 1) / FULL)
                        .mapToObj(index -> at(height, index, newer))
                        .forEach(tiles::add);
            }
        }
        return tiles;
    }

    /**
     * Reads where a tile lies.
     *
     * @param level decimal
     * @param name for example {@code x001/x234/067} or, not full, {@code x001/x234/067.p/12}
     */
    public static Tile parse(String level, String name) {
        Matcher parts = NAME.matcher(name);
        if (!LEVEL.matcher(level).matches() || !parts.matches()) {
            throw new TileRejected("not the path of a tile");
        }
        long index = Long.parseLong(parts.group(1).replaceAll("[x/]", "") + parts.group(2));
        String width = parts.group(3);
        Tile tile = new Tile(Integer.parseInt(level), index, width == null ? FULL : Integer.parseInt(width));
        if (!tile.name().equals(name)) {
            throw new TileRejected("another spelling of the path of a tile");
        }
        return tile;
    }

    public boolean isFull() {
        return width == FULL;
    }

    /** The tile that it becomes. */
    public Tile full() {
        return new Tile(level, index, FULL);
    }

    /** Where its hashes lie below the log's address. */
    public String path() {
        return "tile/" + level + "/" + name();
    }

    /** Where the entries lie that the hashes of a tile of level 0 are made of. */
    public String entriesPath() {
        return "tile/entries/" + name();
    }

    /** The subtrees in their order. */
    public List<Position> positions() {
        return LongStream.range(index * FULL, index * FULL + width)
                .mapToObj(it -> new Position(level * HEIGHT, it))
                .toList();
    }

    /** The one subtree that a full tile is, which the level above holds. */
    public Position whole() {
        return new Position((level + 1) * HEIGHT, index);
    }

    private String name() {
        StringBuilder name = new StringBuilder(String.format(Locale.ROOT, "%03d", index % 1000));
        for (long rest = index / 1000; rest > 0; rest /= 1000) {
            name.insert(0, String.format(Locale.ROOT, "x%03d/", rest % 1000));
        }
        return isFull() ? name.toString() : name.append(".p/").append(width).toString();
    }

    private static Tile at(int level, long index, long size) {
        long there = (size >> level * HEIGHT) - index * FULL;
        return new Tile(level, index, (int) Math.max(0, Math.min(FULL, there)));
    }
}
