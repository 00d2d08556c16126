package court.ledger.log;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import court.ledger.RunningLedger;
import court.ledger.TestFact;
import court.platform.contract.FileRef;
import court.platform.merkle.Hash;
import court.platform.merkle.Proofs;
import court.platform.merkle.TreeHead;
import court.platform.note.Checkpoint;
import court.platform.note.NoteKey;
import court.platform.note.SignedNote;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What anybody may ask, asked as anybody would: over HTTP and without a token. */
class LedgerApiIT {

    private static final FileRef FILE = TestFact.file("the file");

    private static RunningLedger ledger;

    @BeforeAll
    static void start() {
        ledger = new RunningLedger();
        assertThat(ledger.get("/api/v1/ledger/checkpoint", null).body())
                .startsWith("mobile-micro-enforcement/ledger\n0\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n\n");
        UUID caseId = UUID.randomUUID();
        for (int sequence = 1; sequence <= 11; sequence++) {
            ledger.tell(TestFact.act(caseId, sequence));
        }
        ledger.tell(TestFact.act(caseId, 12).with(FILE));
        ledger.awaitFacts(caseId, 12);
    }

    @AfterAll
    static void stop() {
        ledger.close();
    }

    private static TreeHead signed(String note) {
        NoteKey key =
                NoteKey.parse(ledger.get("/api/v1/ledger/key", null).body().strip());
        return Checkpoint.parse(SignedNote.parse(note.getBytes(UTF_8)).open(List.of(key)))
                .head();
    }

    private static List<Hash> path(JsonNode proof) {
        return proof.get("path")
                .valueStream()
                .map(it -> Hash.ofBase64(it.asString()))
                .toList();
    }

    @Test
    void whoHoldsTheKeyCanCheckEachLeafAgainstTheCheckpoint() {
        TreeHead signed = signed(ledger.get("/api/v1/ledger/checkpoint", null).body());

        assertThat(signed.size()).isEqualTo(13);
        for (int index = 0; index < 13; index++) {
            JsonNode proof = ledger.json("/api/v1/ledger/inclusion?index=" + index + "&size=13", null);

            assertThat(Proofs.includes(
                            signed, index, Hash.ofBase64(proof.get("leafHash").asString()), path(proof)))
                    .isTrue();
            assertThat(proof.get("rootHash").asString()).isEqualTo(signed.root().base64());
        }
    }

    @Test
    void whoKeptAnEarlierTreeCanCheckThatNothingBeforeItChanged() {
        TreeHead signed = signed(ledger.get("/api/v1/ledger/checkpoint", null).body());

        for (int from = 1; from <= 13; from++) {
            JsonNode proof = ledger.json("/api/v1/ledger/consistency?from=" + from + "&to=13", null);
            TreeHead older =
                    new TreeHead(from, Hash.ofBase64(proof.get("fromRootHash").asString()));

            assertThat(Proofs.consistent(older, signed, path(proof))).isTrue();
        }
    }

    @Test
    void whoHoldsTheFileCanCheckItAloneAndLearnsSinceWhenItIsPresumedUntampered() {
        JsonNode proof = ledger.json("/api/v1/ledger/files/" + FILE.sha256(), null);

        String leaf = proof.get("leaf").asString();
        assertThat(new JsonMapper().readTree(leaf).get("sha256").asString()).isEqualTo(FILE.sha256());
        assertThat(new JsonMapper().readTree(leaf).get("sm3").asString()).isEqualTo(FILE.sm3());
        assertThat(Proofs.includes(
                        signed(proof.get("checkpoint").asString()),
                        proof.get("index").asLong(),
                        Hash.ofLeaf(leaf.getBytes(UTF_8)),
                        path(proof)))
                .isTrue();
        // RE1: receipt, entry and anchoring apart, and what is presumed since when
        assertThat(proof.get("receivedAt").asString()).isNotEmpty();
        assertThat(proof.get("enteredAt").asString()).isNotEmpty();
        assertThat(proof.get("anchoredAt").isNull()).isTrue();
        assertThat(proof.get("statement").asString()).contains("自记入账本（上链）之时起推定未经篡改");
    }

    @Test
    void aProofNamesNoCaseNoKindAndNoPerson() {
        JsonNode proof = ledger.json("/api/v1/ledger/files/" + FILE.sha256(), null);

        assertThat(new JsonMapper().readTree(proof.get("leaf").asString()).propertyNames())
                .containsExactlyInAnyOrder("id", "sha256", "sm3", "v");
        assertThat(proof.propertyNames())
                .containsExactlyInAnyOrder(
                        "index",
                        "leaf",
                        "path",
                        "checkpoint",
                        "cosignatures",
                        "receivedAt",
                        "enteredAt",
                        "anchoredAt",
                        "statement");
    }

    @ParameterizedTest
    @CsvSource({
        "inclusion?index=13&size=13, 400, proof.index_outside_tree",
        "inclusion?index=0&size=14, 400, proof.size_not_reached",
        "inclusion?index=0&size=0, 400, proof.index_outside_tree",
        "inclusion?index=-1&size=13, 400, proof.not_a_number",
        "inclusion?index=1.5&size=13, 400, proof.not_a_number",
        "inclusion?index=99999999999999999999&size=13, 400, proof.not_a_number",
        "inclusion?index=1, 400, edge.wrong_value",
        "consistency?from=0&to=13, 400, proof.from_outside_tree",
        "consistency?from=5&to=4, 400, proof.from_outside_tree",
        "consistency?from=1&to=14, 400, proof.size_not_reached",
        "consistency?from=a&to=13, 400, proof.not_a_number",
        "files/abc, 400, proof.not_a_digest",
        "files/0000000000000000000000000000000000000000000000000000000000000000, 404, proof.file_unknown",
        "nothing, 404, edge.no_such_address"
    })
    void whatCannotBeAnsweredIsAProblemWithACode(String path, int status, String code) {
        HttpResponse<String> response = ledger.get("/api/v1/ledger/" + path, null);

        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.headers().firstValue("content-type").orElse("")).startsWith("application/problem+json");
        assertThat(new JsonMapper().readTree(response.body()).get("code").asString())
                .isEqualTo(code);
    }

    /** The leaf beside number 2 is gone from the database: nothing is given out rather than what proves nothing. */
    @ParameterizedTest
    @ValueSource(strings = {"inclusion?index=2&size=13", "consistency?from=3&to=13"})
    void overNodesThatAreGoneNoProofIsGiven(String path) {
        ledger.tamper("update node set level = 60 where level = 0 and index = 3");
        try {
            whatCannotBeAnsweredIsAProblemWithACode(path, 503, "proof.not_shown");
        } finally {
            ledger.tamper("update node set level = 0 where level = 60 and index = 3");
        }
        assertThat(ledger.get("/api/v1/ledger/" + path, null).statusCode()).isEqualTo(200);
    }

    @Test
    void theDescriptionOfTheInterfaceNamesEveryAddress() {
        JsonNode paths = ledger.json("/v3/api-docs", null).get("paths");

        assertThat(paths.propertyNames())
                .contains(
                        "/api/v1/ledger/checkpoint",
                        "/api/v1/ledger/key",
                        "/api/v1/ledger/inclusion",
                        "/api/v1/ledger/consistency",
                        "/api/v1/ledger/files/{sha256}",
                        "/api/v1/cases/{id}/leaves",
                        "/api/v1/cases/{id}/verification");
    }
}
