package court.platform.merkle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TileTest {

    private static final int SIZE = 70_000;
    private static final Map<Position, Hash> NODES = nodes();

    private static Map<Position, Hash> nodes() {
        Map<Position, Hash> nodes = new HashMap<>();
        Frontier frontier = Frontier.of(0, position -> Hash.EMPTY_TREE);
        for (int i = 0; i < SIZE; i++) {
            frontier.append(Hash.ofLeaf(ByteBuffer.allocate(4).putInt(i).array()))
                    .forEach(it -> nodes.put(it.position(), it.hash()));
        }
        return nodes;
    }

    private static byte[] stored(Tile tile) {
        return TileReader.bytes(tile.positions().stream().map(NODES::get).toList());
    }

    @Test
    void aTreeOfSeventyThousandHasTheTilesThatThePublicDescriptionNames() {
        List<Tile> tiles = Tile.grown(0, SIZE);

        assertThat(tiles.stream().filter(it -> it.level() == 0 && it.isFull())).hasSize(273);
        assertThat(tiles.stream().filter(it -> it.level() > 0 || !it.isFull()))
                .containsExactly(new Tile(0, 273, 112), new Tile(1, 0, 256), new Tile(1, 1, 17), new Tile(2, 0, 1));
        assertThat(Tile.grown(0, 256)).containsExactly(new Tile(0, 0, 256), new Tile(1, 0, 1));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 1234067, 256, tile/0/x001/x234/067",
        "0, 0, 256, tile/0/000",
        "3, 999, 1, tile/3/999.p/1",
        "12, 1000, 255, tile/12/x001/000.p/255",
        "0, 999999999999999999, 256, tile/0/x999/x999/x999/x999/x999/999"
    })
    void theNameOfATileIsReadAsItWasWritten(int level, long index, int width, String path) {
        Tile tile = new Tile(level, index, width);

        assertThat(tile.path()).isEqualTo(path);
        String[] parts = path.split("/", 3);
        assertThat(Tile.parse(parts[1], parts[2])).isEqualTo(tile);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "0",
                "00",
                "0000",
                "x000/000",
                "x001/x000",
                "001/000",
                "x01/000",
                "000.p/0",
                "000.p/256",
                "000.p/01",
                "000.p/",
                "000.p",
                "000/",
                "/000",
                "-01",
                "x001/000.p/999",
                "000.P/1",
                "٠٠٠",
                "x001/x000/x000/x000/x000/x000/x000/000"
            })
    void anyOtherSpellingIsRejected(String name) {
        assertThatThrownBy(() -> Tile.parse("0", name)).isInstanceOf(TileRejected.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "00", "01", "64", "-1", "100", "a"})
    void aLevelThatNoTreeHasIsRejected(String level) {
        assertThatThrownBy(() -> Tile.parse(level, "000")).isInstanceOf(TileRejected.class);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 255, 256, 257, 511, 512, 65_535, 65_536, 65_537, 69_999, 70_000})
    void proofsReadFromTilesAreThoseOfTheTree(long size) {
        Tree tree = new Tree(size, NODES::get);
        Tree tiled = new Tree(size, new TileReader(size, TileTest::stored));

        assertThat(tiled.head()).isEqualTo(tree.head());
        for (long index : new long[] {0, size / 3, size / 2, size - 1}) {
            assertThat(tiled.inclusion(index)).isEqualTo(tree.inclusion(index));
            assertThat(tiled.consistency(index + 1)).isEqualTo(tree.consistency(index + 1));
        }
    }

    @Test
    void whatWasLaidOutStepByStepIsTheWholeTree() {
        Map<Tile, byte[]> files = new HashMap<>();
        long before = 0;
        for (long size : new long[] {1, 2, 200, 256, 300, 700, 65_536, 65_537, 70_000}) {
            for (Tile tile : Tile.grown(before, size)) {
                assertThat(files.put(tile, stored(tile)))
                        .as("written twice: " + tile)
                        .isNull();
            }
            before = size;
            Function<Tile, byte[]> kept = tile -> Objects.requireNonNull(files.get(tile), tile::path);
            assertThat(new Tree(size, new TileReader(size, kept)).head()).isEqualTo(new Tree(size, NODES::get).head());
        }
    }

    @Test
    void aTileThatIsNotAsWideAsItsNameSaysIsRejected() {
        for (int length : new int[] {0, 31, 32, 64, 97, 128}) {
            TileReader reader = new TileReader(3, tile -> new byte[length]);

            assertThatThrownBy(() -> reader.read(new Position(0, 1))).isInstanceOf(TileRejected.class);
        }
        assertThatThrownBy(() -> new TileReader(3, TileTest::stored).read(new Position(2, 0)))
                .isInstanceOf(TileRejected.class);
    }

    @Test
    void entriesAreReadAsTheyWereWrittenAndNothingElseIsTaken() {
        List<byte[]> entries = new ArrayList<>(List.of(new byte[0], new byte[] {1, 2}, new byte[0xffff]));
        Tile tile = new Tile(0, 0, 3);
        byte[] bytes = EntryBundle.bytes(entries);

        assertThat(EntryBundle.entries(tile, bytes)).containsExactlyElementsOf(entries);
        assertThatThrownBy(() -> EntryBundle.entries(new Tile(0, 0, 2), bytes)).isInstanceOf(TileRejected.class);
        assertThatThrownBy(() -> EntryBundle.entries(new Tile(0, 0, 4), bytes)).isInstanceOf(TileRejected.class);
        assertThatThrownBy(() -> EntryBundle.entries(tile, java.util.Arrays.copyOf(bytes, bytes.length - 1)))
                .isInstanceOf(TileRejected.class);
        assertThatThrownBy(() -> EntryBundle.bytes(List.of(new byte[0x10000]))).isInstanceOf(TileRejected.class);
    }
}
