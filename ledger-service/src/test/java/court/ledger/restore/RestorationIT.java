package court.ledger.restore;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import court.ledger.RunningLedger;
import court.ledger.TestFact;
import court.ledger.witness.PlayedWitness;
import court.ledger.witness.PlayedWitness.Mood;
import court.platform.blob.BlobStore;
import court.platform.contract.FileRef;
import court.platform.merkle.Hash;
import court.platform.merkle.Proofs;
import court.platform.merkle.TreeHead;
import court.platform.note.Checkpoint;
import court.platform.note.NoteKey;
import court.platform.note.Restoration;
import court.platform.note.SignedNote;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import reactor.core.publisher.Flux;
import tools.jackson.databind.JsonNode;

/** The database is put back from a backup: nothing that was shown is lost, nobody takes it for an attack, all of it is on record. */
class RestorationIT {

    private static final List<String> TABLES =
            List.of("tree", "leaf", "node", "received", "file", "mention", "checkpoint", "cosignature");
    private static final String RESTORATIONS = "/api/v1/operations/ledger/restorations";
    private static final String REASON = "{\"reason\":\"磁盘损坏，恢复当日凌晨备份\"}";

    private final UUID caseId = UUID.randomUUID();
    private final byte[] bytes = ("entered after the backup " + caseId).getBytes(UTF_8);
    private final FileRef file = TestFact.file(bytes);
    private PlayedWitness witness;
    private RunningLedger ledger;

    @BeforeEach
    void aBackupIsPutBackAfterMoreWasShown() {
        witness = new PlayedWitness("example.com/one");
        ledger = new RunningLedger(Map.of(
                "court.ledger.audit.every",
                "1s",
                "court.ledger.audit.leaves-per-second",
                "1000000",
                "court.ledger.witnesses.one.address",
                witness.address(),
                "court.ledger.witnesses.one.key",
                witness.key().vkey()));
        tell(1, 300);
        awaitCosigned(300);
        TABLES.forEach(it -> ledger.execute("create table backup_%1$s as table %1$s".formatted(it)));
        tell(301, 599);
        ledger.service()
                .bean(BlobStore.class)
                .put(caseId, Flux.just(DefaultDataBufferFactory.sharedInstance.wrap(bytes)), bytes.length)
                .block();
        ledger.tell(TestFact.act(caseId, 600).with(file));
        awaitCosigned(601);
    }

    @AfterEach
    void stop() {
        ledger.close();
        witness.close();
    }

    private void putBack() {
        TABLES.reversed().forEach(it -> ledger.execute("set session_replication_role = replica; delete from " + it));
        TABLES.forEach(it -> ledger.execute(
                "set session_replication_role = replica; insert into %1$s select * from backup_%1$s".formatted(it)));
    }

    private void tell(int from, int to) {
        ledger.tellTogether(IntStream.rangeClosed(from, to)
                .mapToObj(i -> TestFact.act(caseId, i))
                .toList());
    }

    private void awaitCosigned(long size) {
        ledger.await("select coalesce(max(size), 0) from cosignature", size);
    }

    private HttpResponse<String> restore(String body) {
        return ledger.post(RESTORATIONS, body, ledger.tokens().operations());
    }

    private List<String> findings() {
        return ledger.json("/api/v1/operations/ledger/findings", ledger.tokens().operations())
                .path("items")
                .valueStream()
                .filter(it -> it.path("clearedAt").isNull())
                .map(it -> it.path("spot").asString() + " " + it.path("item").asString())
                .toList();
    }

    private void awaitFindings(String... wanted) {
        for (int i = 0; !findings().equals(List.of(wanted)); i++) {
            assertThat(i).as(findings() + " instead of " + List.of(wanted)).isLessThan(300);
            RunningLedger.pause();
        }
    }

    private TreeHead head(String note) {
        NoteKey key =
                NoteKey.parse(ledger.get("/api/v1/ledger/key", null).body().strip());
        return Checkpoint.parse(SignedNote.parse(note.getBytes(UTF_8)).open(List.of(key)))
                .head();
    }

    private String checkpoint() {
        return ledger.get("/api/v1/ledger/checkpoint", null).body();
    }

    private String leafOfTheFile() {
        return ledger.json("/api/v1/ledger/files/" + file.sha256(), null)
                .path("leaf")
                .asString();
    }

    @Test
    void whatWasShownComesBackLeafByLeafAndTheLogGoesOn() {
        TreeHead kept = head(checkpoint());
        String leaf = leafOfTheFile();

        ledger.restart(this::putBack);
        ledger.tell(TestFact.act(caseId, 601));
        awaitFindings("HISTORY rollback");
        assertThat(ledger.number("select size from tree")).isEqualTo(300); // no other history is begun
        assertThat(witness.unreadable()).isZero(); // with what is gone nobody is asked
        HttpResponse<String> done = restore(REASON);
        ledger.awaitFacts(caseId, 601);

        assertThat(done.statusCode()).as(done.body()).isEqualTo(201);
        assertThat(done.body()).contains("\"from\":300").contains("\"to\":601");
        assertThat(leafOfTheFile()).isEqualTo(leaf);
        assertThat(ledger.number("select count(*) from unclaimed")).isZero();
        awaitCosigned(603); // the record of the restoration, and the fact that waited
        TreeHead now = head(checkpoint());
        assertThat(Proofs.consistent(kept, now, consistency(kept.size(), now.size())))
                .isTrue();
        awaitFindings();
        assertThat(ledger.json("/api/v1/ledger/audit", null).path("sentence").asString())
                .matches("最近一遍全量复核 60[123] 项，全部与记入时一致。");
        Restoration told = Restoration.parse(SignedNote.parse(awaitNoted().getBytes(UTF_8))
                .open(List.of(NoteKey.parse(
                        ledger.get("/api/v1/ledger/key", null).body().strip()))));
        assertThat(told.from().size()).isEqualTo(300);
        assertThat(told.to()).isEqualTo(kept);
        assertThat(told.reason()).contains("磁盘损坏");
    }

    /** A witness that no restoration can be told to cosigns as before. */
    @Test
    void aWitnessThatKnowsOfNoRestorationsCosignsWhatComesAfterIt() {
        witness.is(Mood.DEAF);

        ledger.restart(this::putBack);
        awaitFindings("HISTORY rollback");
        assertThat(restore(REASON).statusCode()).isEqualTo(201);

        awaitCosigned(602);
        awaitFindings();
        assertThat(ledger.json(RESTORATIONS, ledger.tokens().operations()).toString())
                .contains("\"answer\":\"404 no such thing\"");
    }

    private String awaitNoted() {
        for (int i = 0; witness.noted().isEmpty(); i++) {
            assertThat(i).isLessThan(200);
            RunningLedger.pause();
        }
        return witness.noted().getFirst();
    }

    private List<Hash> consistency(long from, long to) {
        JsonNode proof = ledger.json("/api/v1/ledger/consistency?from=" + from + "&to=" + to, null);
        return proof.path("path")
                .valueStream()
                .map(it -> Hash.of(Base64.getDecoder().decode(it.asString())))
                .toList();
    }

    @Test
    void onlyOperationsMayAndNotWithoutAReasonAndNotWhenNothingIsMissing() {
        String judge = ledger.tokens().staff("judge", "沪0117", "ENFORCEMENT_JUDGE");

        assertThat(ledger.post(RESTORATIONS, REASON, judge).statusCode()).isEqualTo(403);
        assertThat(ledger.get(RESTORATIONS, judge).statusCode()).isEqualTo(403);
        assertThat(ledger.get("/api/v1/operations/ledger/findings", judge).statusCode())
                .isEqualTo(403);
        assertThat(restore("{}").body()).contains("restoration.no_reason");
        assertThat(restore("{\"reason\":\"两行\\n不行\"}").statusCode()).isEqualTo(422);
        assertThat(restore(REASON).body()).contains("restoration.nothing_missing");
        assertThat(ledger.number("select count(*) from restoration")).isZero();
    }

    /** What does not lead to the root that was shown is not taken back, and nothing is half done. */
    @Test
    void tilesThatWereChangedRestoreNothing() throws IOException {
        Path entries = ledger.folder().resolve("tiles/tile/entries/001");
        byte[] whole = Files.readAllBytes(entries);
        byte[] changed = whole.clone();
        changed[whole.length / 2] ^= 1;

        ledger.restart(this::putBack);
        Files.write(entries, changed);
        HttpResponse<String> refused = restore(REASON);
        Files.write(entries, whole);

        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("restoration.tiles_differ");
        assertThat(ledger.number("select size from tree")).isEqualTo(300);
        assertThat(ledger.number("select count(*) from leaf")).isEqualTo(300);
        assertThat(restore(REASON).statusCode()).isEqualTo(201);
    }
}
