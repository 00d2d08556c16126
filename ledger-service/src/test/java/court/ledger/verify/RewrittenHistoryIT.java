package court.ledger.verify;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import court.ledger.RunningLedger;
import court.ledger.TestFact;
import court.ledger.witness.PlayedWitness;
import court.platform.merkle.TreeHead;
import court.platform.note.Checkpoint;
import court.platform.note.NoteKey;
import court.platform.note.SignedNote;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.JsonNode;

/** What the owner of the database and of the key can do, and why somebody who kept a checkpoint still finds out. */
class RewrittenHistoryIT {

    private final UUID caseId = UUID.randomUUID();
    private PlayedWitness witness;
    private RunningLedger ledger;

    @BeforeEach
    void start() {
        witness = new PlayedWitness("example.com/one");
        ledger = new RunningLedger(Map.of(
                "court.ledger.audit.every", "1s",
                "court.ledger.witnesses.one.address", witness.address(),
                "court.ledger.witnesses.one.key", witness.key().vkey()));
        ledger.member(caseId, "judge", "ENFORCEMENT_JUDGE", "", "沪0117");
    }

    @AfterEach
    void stop() {
        ledger.close();
        witness.close();
    }

    private JsonNode verify(String parameters) {
        String judge = ledger.tokens().staff("judge", "沪0117", "ENFORCEMENT_JUDGE");
        return ledger.json("/api/v1/cases/" + caseId + "/verification?limit=100" + parameters, judge);
    }

    private String checkpoint() {
        return ledger.get("/api/v1/ledger/checkpoint", null).body();
    }

    private static String kept(String note) {
        return "&checkpoint=" + Base64.getUrlEncoder().encodeToString(note.getBytes(UTF_8));
    }

    private void tell(int from, int to) {
        for (int sequence = from; sequence <= to; sequence++) {
            ledger.tell(TestFact.act(caseId, sequence));
        }
        ledger.awaitFacts(caseId, to);
    }

    private void forgetFrom(int size) {
        ledger.tamper("delete from received where leaf >= ?", size);
        ledger.tamper("delete from leaf where index >= ?", size);
        ledger.tamper("delete from node where (index + 1) << level > ?", size);
        ledger.tamper("delete from checkpoint where size > ?", size);
        ledger.tamper("update tree set size = ?", size);
    }

    @Test
    void aTailCutOffWithoutATraceIsFoundByWhoKeptACheckpoint() {
        for (int i = 1; i <= 6; i++) {
            tell(i, i);
        }
        String before = checkpoint();

        forgetFrom(4);

        assertThat(verify("").get("result").asString()).isEqualTo("INTACT"); // alone, nobody could know
        JsonNode report = verify(kept(before));
        assertThat(report.get("result").asString()).isEqualTo("DAMAGED");
        assertThat(report.get("comparison").get("consistent").asBoolean()).isFalse();
        assertThat(report.get("comparison").get("detail").asString()).contains("只有 4 项，少于您保存的 6 项");
    }

    @Test
    void aHistoryRewrittenAndSignedAgainIsFoundByWhoKeptACheckpoint() {
        for (int i = 1; i <= 6; i++) {
            tell(i, i);
        }
        String before = checkpoint();

        rewrite();

        assertThat(verify("").get("result").asString()).isEqualTo("INTACT");
        JsonNode report = verify(kept(before));
        assertThat(report.get("result").asString()).isEqualTo("DAMAGED");
        assertThat(report.get("comparison").get("detail").asString()).contains("历史已被改写");
        assertThat(report.get("summary").asString()).contains("历史已被改写");
    }

    /** The owner of everything: database, key, tiles. Other facts come in the place of some, and the service itself signs them. */
    private void rewrite() {
        ledger.restart(() -> {
            forgetFrom(4);
            ledger.execute("delete from cosignature where size > 4");
            deleteTiles();
        });
        tell(5, 8);
    }

    private void deleteTiles() {
        try {
            FileSystemUtils.deleteRecursively(ledger.folder().resolve("tiles"));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Test
    void theAuditFindsARewrittenHistoryByTheWitness() {
        for (int i = 1; i <= 6; i++) {
            tell(i, i);
        }
        ledger.await("select max(size) from cosignature", 6);

        rewrite();

        ledger.await(
                "select count(*) from audit_finding where spot = 'HISTORY' and item = 'witness example.com/one'", 1);
        assertThat(ledger.number("select max(size) from cosignature")).isLessThanOrEqualTo(6);
    }

    @Test
    void aRootNotedDownOnPaperIsEnough() {
        tell(1, 3);
        NoteKey key =
                NoteKey.parse(ledger.get("/api/v1/ledger/key", null).body().strip());
        TreeHead head = Checkpoint.parse(
                        SignedNote.parse(checkpoint().getBytes(UTF_8)).open(List.of(key)))
                .head();
        String noted = "&size=" + head.size() + "&root="
                + Base64.getUrlEncoder().encodeToString(head.root().bytes());
        tell(4, 5);

        assertThat(verify(noted).get("comparison").get("consistent").asBoolean())
                .isTrue();

        forgetFrom(2);

        assertThat(verify(noted).get("comparison").get("consistent").asBoolean())
                .isFalse();
    }
}
