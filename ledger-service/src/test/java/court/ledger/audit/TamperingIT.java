package court.ledger.audit;

import static org.assertj.core.api.Assertions.assertThat;

import court.ledger.RunningLedger;
import court.ledger.TestFact;
import court.ledger.audit.Mutator.Change;
import court.ledger.log.Horizon;
import court.ledger.log.Publication;
import court.ledger.restore.Restorations;
import court.ledger.tile.TileFiles;
import court.ledger.witness.PlayedWitness;
import court.ledger.witness.PlayedWitness.Mood;
import court.ledger.witness.Witnesses;
import court.platform.blob.BlobStore;
import court.platform.contract.FileRef;
import court.platform.merkle.TreeHead;
import court.platform.support.RunningService;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import tools.jackson.databind.JsonNode;

/**
 * Somebody who knows how things are stored changes one of them at a time; the audit finds it and says which. Nothing changed,
 * nothing found. {@code -Dcourt.tamperings=300} makes so many changes, each followed by a walk over what was put right again;
 * {@code -Dcourt.tamperings.seed} repeats the choices of a run.
 */
class TamperingIT {

    private static final int TIMES = Integer.getInteger("court.tamperings", 10);
    private static final long SEED = Long.getLong("court.tamperings.seed", System.nanoTime());
    private static final List<String> TABLES =
            List.of("tree", "leaf", "node", "received", "file", "mention", "checkpoint", "cosignature");
    private static final PlayedWitness WITNESS = new PlayedWitness("example.com/one");
    private static final UUID CASE = UUID.randomUUID();

    private static RunningLedger ledger;
    private static AuditTask audit;
    private static int told;

    @BeforeAll
    static void aLogOfMoreThanATile() {
        ledger = new RunningLedger(Map.of(
                "court.ledger.audit.every", "1h",
                "court.ledger.audit.leaves-per-second", "1000000",
                "court.ledger.audit.bytes-per-second", "1GB",
                "court.ledger.cosigning.every", "20ms",
                "court.ledger.witnesses.one.address", WITNESS.address(),
                "court.ledger.witnesses.one.key", WITNESS.key().vkey()));
        audit = ledger.service().bean(AuditTask.class);
        Random chance = new Random(SEED);
        for (int batch = 0; batch < 12; batch++) {
            grow(20 + chance.nextInt(20), chance);
            ledger.await("select max(size) from cosignature", ledger.number("select size from tree"));
        }
        assertThat(ledger.number("select size from tree")).isGreaterThan(256);
        WITNESS.is(Mood.AWAY); // else it would make good what is taken away
    }

    @AfterAll
    static void stop() {
        ledger.close();
        WITNESS.close();
    }

    private static void grow(int facts, Random chance) {
        List<TestFact> batch = new ArrayList<>();
        for (int i = 0; i < facts; i++) {
            TestFact fact = TestFact.act(CASE, ++told);
            batch.add(
                    i % 7 == 3 ? fact.kind("OPERATION") : i % 10 == 0 ? fact.with(store(chance), store(chance)) : fact);
        }
        ledger.tellTogether(batch);
        ledger.awaitFacts(CASE, told);
    }

    private static FileRef store(Random chance) {
        byte[] bytes = new byte[1 + chance.nextInt(20_000)];
        chance.nextBytes(bytes);
        ledger.service()
                .bean(BlobStore.class)
                .put(CASE, Flux.just(DefaultDataBufferFactory.sharedInstance.wrap(bytes)), bytes.length)
                .block();
        return TestFact.file(bytes);
    }

    @Test
    void eachChangeIsFoundAndLocatedAndWhatIsPutRightIsNot() throws Exception {
        Path data = ledger.folder();
        Mutator mutator =
                new Mutator(ledger::connect, TABLES, List.of(data.resolve("tiles"), data.resolve("blobs")), SEED);
        assertThat(audit.pass()).isEmpty();

        for (int time = 1; time <= TIMES; ) {
            Change change = mutator.next();
            if (!isLawful(change)) {
                Collection<Trouble> found = audit.pass();
                assertThat(found)
                        .as("seed %d, change %d: %s", SEED, time, change)
                        .anyMatch(it -> isAt(change, it));
                time++;
            }
            change.undo().run();
            assertThat(audit.pass())
                    .as("seed %d, after %s was undone", SEED, change)
                    .isEmpty();
            if (time % 50 == 0) {
                grow(3, new Random());
            }
        }
    }

    /** A leaf that waits for its fact is no trouble; one that is only said to wait is. */
    @Test
    void aRowTakenAwayUnderTheNameOfARestorationIsFound() throws Exception {
        long leaf = ledger.number("select max(leaf) from received");
        ledger.execute("create table aside as select * from received where leaf = " + leaf);
        ledger.tamper("delete from received where leaf = ?", leaf);
        ledger.tamper("insert into unclaimed select index, sha256, sm3 from leaf where index = ?", leaf);

        Collection<Trouble> found = audit.pass();
        double alarm = findings();
        ledger.tamper("delete from unclaimed where leaf = ?", leaf);
        ledger.execute("insert into received select * from aside");

        assertThat(found).extracting(Trouble::item).contains("unclaimed " + leaf);
        assertThat(alarm).isEqualTo(found.size());
        assertThat(audit.pass()).isEmpty();
        assertThat(findings()).isZero();
    }

    /** The log may grow between two looks of the audit at it; that is no setback of the database. */
    @Test
    void whatGrowsWhileTheAuditLooksIsNotTakenForASetback() {
        RunningService service = ledger.service();
        List<Trouble> found = new ArrayList<>();
        Whole whole = new Whole(
                new AuditRows(service.bean(DatabaseClient.class)) {
                    @Override
                    Sizes sizes() {
                        Sizes read = super.sizes();
                        grow(1, new Random());
                        while (service.bean(Horizon.class).size() == read.larger()) {
                            RunningLedger.pause();
                        }
                        return read;
                    }
                },
                service.bean(Publication.class),
                service.bean(TileFiles.class),
                service.bean(Horizon.class),
                service.bean(Witnesses.class),
                service.bean(Restorations.class));
        long before = ledger.number("select size from tree");

        TreeHead shown = whole.shown(found::add);

        assertThat(found).isEmpty();
        assertThat(shown.size()).isEqualTo(before);
        assertThat(service.bean(Horizon.class).size()).isGreaterThan(before);
    }

    /** What an alert stands on. */
    private static double findings() {
        return ledger.service()
                .bean(MeterRegistry.class)
                .get("court.ledger.audit.findings")
                .gauge()
                .value();
    }

    /** What may happen at any time: what a tile was before is taken away; the newest line of a witness is asked for again. */
    private static boolean isLawful(Change change) {
        boolean isNarrower =
                change.files().stream().anyMatch(it -> it.toString().contains(".p/"))
                        && change.how().equals("removed")
                        && !isRightEdge(change.files().getFirst());
        return isNarrower
                || change.table().equals("cosignature")
                        && change.after().isEmpty()
                        && change.before().getFirst().path("number").asLong()
                                == ledger.number("select count(*) + 1 from cosignature");
    }

    private static boolean isRightEdge(Path file) {
        long size = ledger.number("select size from tree");
        String path = ledger.folder().resolve("tiles").relativize(file).toString();
        int level = path.startsWith("tile/1") ? 1 : 0;
        return path.endsWith("%03d.p/%d".formatted((size >> 8 * level) / 256, (size >> 8 * level) % 256));
    }

    private static boolean isAt(Change change, Trouble trouble) {
        return change.files().isEmpty()
                ? Stream.concat(change.before().stream(), change.after().stream())
                        .anyMatch(row -> isAt(change.table(), row, trouble))
                : change.files().stream().anyMatch(file -> isAt(file, trouble));
    }

    private static boolean isAt(String table, JsonNode row, Trouble trouble) {
        String item = trouble.item();
        return switch (table) {
            case "tree" -> trouble.spot() == Spot.SIZE;
            case "leaf" -> trouble.spot() == Spot.LEAF && item.equals("leaf " + row.path("index"));
            case "node" -> trouble.spot() == Spot.NODE && item.equals(row.path("level") + "/" + row.path("index"));
            case "received" ->
                trouble.spot() == Spot.FACT
                        && (row.path("leaf").isNull()
                                ? item.contains(row.path("fact_id").asString()) || item.endsWith(" before")
                                : item.startsWith("leaf " + row.path("leaf")));
            case "file" ->
                (trouble.spot() == Spot.FILE_ENTRY || trouble.spot() == Spot.FACT)
                        && item.equals("leaf " + row.path("leaf"));
            case "mention" ->
                trouble.spot() == Spot.MENTION
                        && (item.startsWith(row.path("fact_id").asString())
                                || item.equals(
                                        "leaf " + leafOf(row.path("fact_id").asString())));
            case "checkpoint" ->
                trouble.spot() == Spot.CHECKPOINT
                                && (item.startsWith("size " + row.path("size")) || item.endsWith(" before"))
                        || trouble.spot() == Spot.SIZE;
            case "cosignature" ->
                trouble.spot() == Spot.COSIGNATURE
                        && (item.startsWith(row.path("size") + " ") || item.startsWith("#" + row.path("number") + " "));
            default -> throw new IllegalStateException(table);
        };
    }

    private static long leafOf(String factId) {
        return ledger.number("select coalesce(max(leaf), -1) from received where fact_id = '" + factId + "'");
    }

    private static boolean isAt(Path file, Trouble trouble) {
        Path tiles = ledger.folder().resolve("tiles");
        if (file.startsWith(tiles)) {
            return trouble.spot() == Spot.TILE
                    && trouble.item().equals(tiles.relativize(file).toString());
        }
        String digest = file.getFileName().toString();
        return trouble.spot() == Spot.FILE
                && trouble.item()
                        .equals("leaf " + ledger.number("select leaf from file where sha256 = '" + digest + "'"));
    }
}
