package court.ledger.log;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import court.ledger.RunningLedger;
import court.ledger.TestFact;
import court.ledger.tile.OvertakenTiles;
import court.platform.contract.FileRef;
import court.platform.merkle.EntryBundle;
import court.platform.merkle.Hash;
import court.platform.merkle.Tile;
import court.platform.merkle.TileReader;
import court.platform.merkle.Tree;
import court.platform.merkle.TreeHead;
import court.platform.support.RunningService;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** The tree as files, fetched as anybody would, and the order in which it is shown. */
class TilesIT {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private static RunningLedger ledger;

    private final UUID caseId = UUID.randomUUID();

    @BeforeAll
    static void start() {
        ledger = new RunningLedger();
        enter(200);
        enter(100);
        enter(300);
    }

    @AfterAll
    static void stop() {
        ledger.close();
    }

    private static TreeHead enter(int facts) {
        ledger.service().bean(Sequencer.class).enter(facts(facts)).block();
        return shown();
    }

    private static List<Arrival> facts(int facts) {
        UUID caseId = UUID.randomUUID();
        return IntStream.rangeClosed(1, facts)
                .mapToObj(i -> Arrival.of(TestFact.act(caseId, i).heard()))
                .toList();
    }

    private static TreeHead shown() {
        return ledger.service().bean(Publication.class).current().block().head();
    }

    private static long besideTheTiles(RunningService service) {
        return service.bean(Publication.class)
                .beside()
                .block()
                .orElseThrow()
                .head()
                .size();
    }

    private static HttpResponse<byte[]> get(String path) {
        try {
            URI address = URI.create(ledger.service().address() + "/api/v1/ledger/" + path);
            return HTTP.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException | InterruptedException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static byte[] bytes(String path) {
        HttpResponse<byte[]> answer = get(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return answer.body();
    }

    @Test
    void whoFetchesAllTilesHasTheTreeThatWasSignedAndEveryEntryInIt() {
        TreeHead head = shown();

        TileReader tiles = new TileReader(head.size(), tile -> bytes(tile.path()));
        assertThat(new Tree(head.size(), tiles).head()).isEqualTo(head);
        for (Tile tile : Tile.grown(0, head.size())) {
            if (tile.level() == 0) {
                assertThat(EntryBundle.entries(tile, bytes(tile.entriesPath())).stream()
                                .map(Hash::ofLeaf))
                        .isEqualTo(TileReader.hashes(tile, bytes(tile.path())));
            }
        }
    }

    @Test
    void tilesMayBeKeptForEverAndTheCheckpointMayNot() {
        HttpResponse<byte[]> tile = get("tile/0/000");
        HttpResponse<byte[]> checkpoint = get("checkpoint");

        assertThat(tile.headers().firstValue("content-type")).contains("application/octet-stream");
        assertThat(tile.headers().firstValue("cache-control").orElse(""))
                .contains("max-age=31536000")
                .contains("immutable");
        assertThat(checkpoint.headers().firstValue("cache-control").orElse("")).contains("no-store");
        assertThat(checkpoint.headers().firstValue("content-type").orElse(""))
                .isEqualToIgnoringCase("text/plain;charset=utf-8");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tile/0/999",
                "tile/0/x000/000",
                "tile/0/000.p/256",
                "tile/0/00",
                "tile/00/000",
                "tile/64/000",
                "tile/entries/999",
                "tile/entries/000.p/0",
                "tile/0/..%2f..%2fkeys",
                "tile/0/",
                "tile/9/000"
            })
    void whatIsNotThereOrNotSpeltSoIsNotFound(String path) {
        HttpResponse<byte[]> answer = get(path);

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().firstValue("content-type").orElse("")).startsWith("application/problem+json");
        assertThat(new JsonMapper().readTree(answer.body()).path("code").asString())
                .isIn("tile.no_such_tile", "edge.no_such_address");
    }

    @Test
    void noCheckpointIsShownBeforeItsTilesAreThere() throws IOException {
        TreeHead before = shown();
        Tile next = Tile.grown(before.size(), before.size() + 1).getFirst();
        Path inTheWay = ledger.folder().resolve("tiles").resolve(next.path());
        Files.createDirectories(inTheWay.getParent());
        Files.write(inTheWay, new byte[] {1});
        ledger.service()
                .bean(Sequencer.class)
                .enter(List.of(Arrival.of(TestFact.act(caseId, 1).heard())))
                .block();

        Publication publication = ledger.service().bean(Publication.class);
        assertThatThrownBy(() -> publication.current().block()).isInstanceOf(HistoryChanged.class);
        assertThat(besideTheTiles(ledger.service())).isEqualTo(before.size());
        assertThat(new String(bytes("checkpoint"), UTF_8)).contains("\n" + before.size() + "\n");

        Files.delete(inTheWay);
        assertThat(shown().size()).isEqualTo(before.size() + 1);
        assertThat(get(next.path()).statusCode()).isEqualTo(200);
    }

    /** Who reads the checkpoint beside the tiles may be overtaken by a newer one; that is no going back. */
    @Test
    void aCheckpointThatIsOvertakenWhileItIsReadIsNoOlderOne() {
        TreeHead before = shown();
        RunningService service = ledger.service();
        OvertakenTiles tiles = new OvertakenTiles(ledger.folder().resolve("tiles"));
        Publication slow = new Publication(
                service.bean(Leaves.class),
                service.bean(Checkpoints.class),
                tiles,
                service.bean(Cosignatures.class),
                new SimpleMeterRegistry());
        tiles.afterNextReading(() -> {
            enter(1);
            assertThat(slow.beside().block().orElseThrow().head().size()).isEqualTo(before.size() + 1);
        });

        assertThat(slow.beside().block().orElseThrow().head()).isEqualTo(before);
        assertThat(slow.beside().block().orElseThrow().head().size()).isEqualTo(before.size() + 1);
    }

    @Test
    void whatAKilledProcessSignedIsShownByTheNextBeforeItIsReady() {
        ledger.service()
                .bean(Sequencer.class)
                .enter(List.of(Arrival.of(TestFact.act(caseId, 1).heard())))
                .block(); // and dies here

        try (RunningService next = ledger.another()) {
            assertThat(besideTheTiles(next)).isEqualTo(ledger.number("select size from tree"));
        }
    }

    /** Facts are entered and older proofs given while nothing new can be shown. */
    @Test
    void whileNothingCanBeShownEverythingElseGoesOn() {
        FileRef older = TestFact.file("older " + caseId);
        FileRef newer = TestFact.file("newer " + caseId);
        ledger.tell(TestFact.act(caseId, 1).with(older));
        ledger.awaitFacts(caseId, 1);
        long size = shown().size();
        String change = "update leaf set sm3 = reverse(sm3) where index = ?";
        ledger.tell(TestFact.act(caseId, 2));
        ledger.awaitFacts(caseId, 2);
        shown();
        ledger.tamper(change, size);
        try {
            ledger.tell(TestFact.act(caseId, 3).with(newer));
            ledger.awaitFacts(caseId, 3);

            assertThat(new String(bytes("checkpoint"), UTF_8)).contains("\n" + (size + 1) + "\n");
            assertThat(get("files/" + older.sha256()).statusCode()).isEqualTo(200);
            assertThat(get("files/" + newer.sha256()).statusCode()).isEqualTo(503);
        } finally {
            ledger.tamper(change, size);
        }
        assertThat(shown().size()).isEqualTo(size + 3);
        assertThat(get("files/" + newer.sha256()).statusCode()).isEqualTo(200);
    }

    /** Neither in a tile that is not full nor in one that is. */
    @ParameterizedTest
    @ValueSource(ints = {1, 300})
    void aLeafThatWasChangedIsNeverLaidOut(int facts) throws SQLException {
        TreeHead before = shown();
        String change = "update leaf set sm3 = reverse(sm3) where index = ?";
        try (Connection turn = ledger.connect()) {
            turn.createStatement().execute("select pg_advisory_lock(" + Checkpoints.SHOWING + ")");
            ledger.service().bean(Sequencer.class).enter(facts(facts)).block();
            ledger.tamper(change, before.size());

            assertThatThrownBy(() ->
                            ledger.service().bean(Publication.class).current().block(Duration.ofSeconds(10)))
                    .isInstanceOf(HistoryChanged.class);
        } finally {
            ledger.tamper(change, before.size());
        }

        assertThat(shown().size()).isEqualTo(before.size() + facts);
    }

    @Test
    void whatATileWasBeforeItWasFullIsCutOutOfTheFullOneOnceItsNeighbourIsFull() {
        Path tiles = ledger.folder().resolve("tiles/tile");

        assertThat(tiles.resolve("0/000.p")).isEmptyDirectory();
        assertThat(tiles.resolve("entries/000.p")).isEmptyDirectory();
        assertThat(tiles.resolve("0/000")).isNotEmptyFile();
        byte[] full = bytes("tile/0/000");
        assertThat(bytes("tile/0/000.p/200")).isEqualTo(Arrays.copyOf(full, 200 * 32));
        assertThat(EntryBundle.entries(new Tile(0, 0, 200), bytes("tile/entries/000.p/200")).stream()
                        .map(Hash::ofLeaf))
                .isEqualTo(TileReader.hashes(new Tile(0, 0, 200), bytes("tile/0/000.p/200")));
    }
}
