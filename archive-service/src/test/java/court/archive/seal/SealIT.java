package court.archive.seal;

import static court.archive.RunningArchive.ARCHIVE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import court.archive.RunningArchive.Told;
import court.platform.bag.BagCheck;
import court.platform.bag.ProofCheck;
import court.platform.model.Digests;
import court.platform.note.TlogProof;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SealIT {

    private static final JsonMapper JSON = new JsonMapper();

    @TempDir
    Path folder;

    @BeforeAll
    static void allOthersAnswer() {
        ARCHIVE.peers.otherwise(ARCHIVE.played::answer);
    }

    @Test
    void aClosedCaseBecomesAPackageThatAnybodyWithTheKeysCanCheck() throws IOException {
        ClosedCase closed = new ClosedCase(2).close();

        JsonNode item = closed.sealed(1).get("packages").get(0);
        Path zip = closed.download(folder, item, "package");

        assertThat(BagCheck.check(zip, sealKey()).flaws()).isEmpty();
        assertThat(ProofCheck.check(zip, ARCHIVE.played.ledgerKey())).isEmpty();
        TlogProof.parse(Files.readAllBytes(closed.download(folder, item, "proof")))
                .requireProves(
                        new Digests(
                                item.get("sha256").asString(), item.get("sm3").asString()),
                        ARCHIVE.played.ledgerKey());
        Map<String, byte[]> files = ClosedCase.unzipped(zip);
        for (Told told : closed.told) {
            String path = "data/facts/%s/%06d-%s.json".formatted(told.source(), told.sequence(), told.id());
            assertThat(files).containsKey(path);
            assertThat(files.get(path)).isEqualTo(told.record().value());
        }
        assertThat(files.get("data/files/" + ClosedCase.SOUND + ".mp3")).isEqualTo("sound".getBytes(UTF_8));
        assertThat(files).containsKey("data/files/" + ClosedCase.MATERIAL + ".pdf");
        assertThat(files.get("data/volume/main.pdf"))
                .isEqualTo(Files.readAllBytes(closed.download(folder, item, "volume")));
        JsonNode text = JSON.readTree(files.get("data/package.json"));
        assertThat(text.get("entries")).hasSize(closed.told.size());
        assertThat(text.get("cut").toString())
                .isEqualTo("[{\"sequence\":1,\"source\":\"asset\"},{\"sequence\":3,\"source\":\"filing\"},"
                        + "{\"sequence\":5,\"source\":\"interaction\"}]");
        assertThat(text.get("caseNumber").asString()).isEqualTo("（2026）沪0117执1号");
        assertThat(item.get("pages").asInt()).isGreaterThan(5);
    }

    @Test
    void untilAllHasArrivedNothingIsSealedAndTheLagIsShown() {
        ClosedCase closed = new ClosedCase(1);
        String[] rows = closed.told.stream()
                .filter(it -> it.source().equals("filing"))
                .map(Told::row)
                .toArray(String[]::new);
        String missing =
                "{\"factId\":\"%s\",\"kind\":\"ACT\",\"sequence\":4,\"sent\":false}".formatted(UUID.randomUUID());
        ARCHIVE.peers.spoken("filing", closed.id, rows[0], rows[1], rows[2], missing);
        closed.close();

        await().atMost(ClosedCase.PATIENCE)
                .until(
                        () -> closed.dossier().get("lag").toString(),
                        "[{\"source\":\"filing\",\"notEntered\":1,\"notOnLedger\":1}]"::equals);
        assertThat(closed.dossier().get("state").asString()).isEqualTo("SEALING");
        assertThat(closed.dossier().get("packages")).isEmpty();
        ARCHIVE.peers.forget("filing", closed.id);

        assertThat(closed.sealed(1).get("lag")).isEmpty();
    }

    @Test
    void anOpenCaseIsNotSealed() {
        UUID caseId = ARCHIVE.openCase();

        assertThat(ClosedCase.dossier(caseId).toString()).isEqualTo("{\"state\":\"OPEN\",\"packages\":[],\"lag\":[]}");
    }

    @Test
    void laterActsMakeASupplementOfTheirOwnAndASealingMakesNone() throws IOException {
        ClosedCase closed = new ClosedCase(1).close();
        closed.sealed(1);

        Told later = closed.interaction(
                "MessagePosted", closed.keep(UUID.randomUUID().toString(), "text/plain", "late".getBytes(UTF_8)));
        JsonNode both = closed.sealed(2);
        Path zip = closed.download(folder, both.get("packages").get(1), "package");

        assertThat(BagCheck.check(zip, sealKey()).flaws()).isEmpty();
        assertThat(ProofCheck.check(zip, ARCHIVE.played.ledgerKey())).isEmpty();
        assertThat(ClosedCase.unzipped(zip).keySet())
                .filteredOn(it -> it.startsWith("data/facts/"))
                .hasSize(2)
                .anyMatch(it -> it.endsWith(later.id() + ".json"))
                .anyMatch(it -> it.startsWith("data/facts/dossier/"));
        await().atMost(ClosedCase.PATIENCE).until(() -> ARCHIVE.rows("late_act", "case_id", closed.id) == 0);
        assertThat(closed.dossier().get("packages")).hasSize(2);
        assertThat(ARCHIVE.query("select type from outbox where case_id = '" + closed.id + "' and kind = 'ACT'"))
                .containsExactly("DossierSealed", "DossierSealed");
    }

    @Test
    void onlyTheCasesCourtSeesAndEveryViewIsOnRecord() {
        ClosedCase closed = new ClosedCase(1).close();
        JsonNode item = closed.sealed(1).get("packages").get(0);
        String base = "/api/v1/cases/" + closed.id + "/dossier";
        String whole = base + "/" + item.get("packageId").asString() + "/package";

        for (String path : List.of(base, whole)) {
            ARCHIVE.refusal(ARCHIVE.applicant(), path, 403);
            ARCHIVE.refusal(ARCHIVE.tokens.party("stranger"), path, 404);
            ARCHIVE.refusal(ARCHIVE.tokens.staff("pudong-judge-1", "沪0115", "ENFORCEMENT_JUDGE"), path, 404);
        }
        String unknown = ARCHIVE.refusal(ARCHIVE.judge(), base + "/" + UUID.randomUUID() + "/package", 404);
        UUID other = ARCHIVE.openCase();
        assertThat(ARCHIVE.refusal(ARCHIVE.judge(), whole.replace(closed.id.toString(), other.toString()), 404))
                .isEqualTo(unknown);
        ARCHIVE.get(ARCHIVE.judge(), whole).expectStatus().isOk().expectHeader().valueEquals("Accept-Ranges", "bytes");
        assertThat(ARCHIVE.query("select body from outbox where kind = 'ACCESS' and case_id = '" + closed.id + "'"))
                .singleElement()
                .asString()
                .contains("\"object\":\"dossier\"", item.get("packageId").asString());
    }

    private static court.platform.note.NoteKey sealKey() {
        return ARCHIVE.service.bean(SealKey.class).key();
    }
}
