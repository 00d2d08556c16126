package court.ledger.verify;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import court.ledger.RunningLedger;
import court.ledger.TestFact;
import court.platform.contract.FileRef;
import court.platform.note.NoteKey;
import court.platform.note.TlogProof;
import court.platform.outbox.TextDigests;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Who may see which leaves of a case. */
class CaseLeavesIT {

    private static RunningLedger ledger;

    private final UUID caseId = UUID.randomUUID();
    private final FileRef toBoth = TestFact.file("to both " + caseId);
    private final FileRef toCourt = TestFact.file("to the court " + caseId);
    private final TestFact told =
            TestFact.act(caseId, 1).to("applicant", "respondent").with(toBoth);
    private final TestFact hidden = TestFact.act(caseId, 2).with(toCourt);
    private final TestFact toApplicant = TestFact.act(caseId, 3).to("applicant").with(toBoth);
    private final TestFact seen = TestFact.act(caseId, 4).kind("ACCESS");
    private final TestFact machinery = TestFact.act(caseId, 5).kind("OPERATION");

    @BeforeAll
    static void start() {
        ledger = new RunningLedger();
    }

    @AfterAll
    static void stop() {
        ledger.close();
    }

    @BeforeEach
    void aCaseWithItsPeople() {
        ledger.member(caseId, "judge", "ENFORCEMENT_JUDGE", "", "沪0117");
        ledger.member(caseId, "applicant-key", "APPLICANT", "applicant", "沪0117");
        ledger.member(caseId, "respondent-key", "RESPONDENT", "respondent", "");
        ledger.tell(told, hidden, toApplicant, seen, machinery);
        ledger.awaitFacts(caseId, 5);
    }

    private List<String> ids(String path, String token) {
        return ledger.json("/api/v1/cases/" + caseId + path, token)
                .get("items")
                .valueStream()
                .map(it -> it.get("id").asString())
                .toList();
    }

    private static String party(String key) {
        return ledger.tokens().party(key);
    }

    @Test
    void theCourtSeesEveryLeafAndNoMachinery() {
        String judge = ledger.tokens().staff("judge", "沪0117", "ENFORCEMENT_JUDGE");

        assertThat(ids("/leaves", judge))
                .containsExactly(
                        told.id().toString(),
                        toBoth.id(),
                        hidden.id().toString(),
                        toCourt.id(),
                        toApplicant.id().toString(),
                        seen.id().toString());
    }

    @Test
    void aPartySeesWhatWasToldToThemAndTheFilesInIt() {
        assertThat(ids("/leaves", party("respondent-key")))
                .containsExactly(told.id().toString(), toBoth.id());
        assertThat(ids("/leaves", party("applicant-key")))
                .containsExactly(
                        told.id().toString(), toBoth.id(), toApplicant.id().toString());
    }

    @Test
    void aPartysVerificationCoversTheSameAndHintsAtNothingElse() {
        ledger.tamper("delete from received where fact_id = ?", hidden.id());
        JsonNode report = ledger.json("/api/v1/cases/" + caseId + "/verification", party("respondent-key"));

        assertThat(report.get("items").valueStream().map(it -> it.get("id").asString()))
                .containsExactly(told.id().toString(), toBoth.id());
        assertThat(report.toString()).doesNotContain(hidden.id().toString()).doesNotContain("SEQUENCE");
    }

    @Test
    void strangersAndOtherCourtsCannotTellTheCaseFromNone() {
        String missing = "/api/v1/cases/" + UUID.randomUUID() + "/leaves";
        for (String token : List.of(
                party("stranger"),
                ledger.tokens().staff("other-judge", "沪0115", "ENFORCEMENT_JUDGE"),
                ledger.tokens().operations())) {
            for (String what : List.of("/leaves", "/verification")) {
                var response = ledger.get("/api/v1/cases/" + caseId + what, token);

                assertThat(response.statusCode()).isEqualTo(404);
                assertThat(code(response.body()))
                        .isEqualTo(code(ledger.get(missing, token).body()));
            }
        }
    }

    @Test
    void withoutATokenOrWithAServicesTokenACaseIsClosed() {
        String service = ledger.tokens().service("archive");

        assertThat(ledger.get("/api/v1/cases/" + caseId + "/leaves", null).statusCode())
                .isEqualTo(401);
        assertThat(ledger.get("/api/v1/cases/" + caseId + "/leaves", service).statusCode())
                .isEqualTo(403);
    }

    @Test
    void theOtherServicesGetEveryFactThatHasALeaf() {
        JsonNode facts = ledger.json(
                "/internal/v1/cases/" + caseId + "/leaves", ledger.tokens().service("archive"));

        assertThat(facts.valueStream()
                        .map(it -> it.get("kind").asString() + " "
                                + it.get("factId").asString()))
                .containsExactly(
                        "ACT " + told.id(), "ACT " + hidden.id(), "ACT " + toApplicant.id(), "ACCESS " + seen.id());
        assertThat(ledger.get("/internal/v1/cases/" + caseId + "/leaves", party("applicant-key"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(ledger.get("/internal/v1/cases/" + caseId + "/leaves", null).statusCode())
                .isEqualTo(401);
    }

    @Test
    void theArchiveGetsEveryProofOfACaseUnderOneCheckpoint() {
        String path = "/internal/v1/cases/" + caseId + "/proofs";
        NoteKey key =
                NoteKey.parse(ledger.get("/api/v1/ledger/key", null).body().strip());

        JsonNode proven = ledger.json(path, ledger.tokens().service("archive"));

        assertThat(proven.get("facts").valueStream().map(it -> it.get("factId").asString()))
                .containsExactly(
                        told.id().toString(),
                        hidden.id().toString(),
                        toApplicant.id().toString(),
                        seen.id().toString());
        assertThat(proven.get("files").valueStream().map(it -> it.get("sha256").asString()))
                .containsExactly(toBoth.sha256(), toCourt.sha256());
        assertThat(proof(proven.get("facts").get(1)).requireProves(TextDigests.of(hidden.body()), key))
                .isEqualTo(proof(proven.get("files").get(1)).requireProves(toCourt.digests(), key));
        proven.get("facts")
                .forEach(it -> assertThat(it.get("proof").asString())
                        .endsWith("\n\n" + proven.get("checkpoint").asString()));
        assertThat(ledger.get(path, party("applicant-key")).statusCode()).isEqualTo(403);
        assertThat(ledger.get(path, null).statusCode()).isEqualTo(401);
    }

    @Test
    void whoHoldsAFileGetsAProofThatNeedsNobodyElse() {
        NoteKey key =
                NoteKey.parse(ledger.get("/api/v1/ledger/key", null).body().strip());

        var response = ledger.get("/api/v1/ledger/files/" + toBoth.sha256() + "/proof", null);

        assertThat(response.headers().firstValue("content-type")).contains("text/plain;charset=UTF-8");
        assertThat(TlogProof.parse(response.body().getBytes(UTF_8))
                        .requireProves(toBoth.digests(), key)
                        .origin())
                .isEqualTo("mobile-micro-enforcement/ledger");
        assertThat(code(ledger.get("/api/v1/ledger/files/" + "0".repeat(64) + "/proof", null)
                        .body()))
                .isEqualTo("proof.file_unknown");
        assertThat(code(ledger.get("/api/v1/ledger/files/ABC/proof", null).body()))
                .isEqualTo("proof.not_a_digest");
    }

    private static TlogProof proof(JsonNode item) {
        return TlogProof.parse(item.get("proof").asString().getBytes(UTF_8));
    }

    @Test
    void pagingAndIdsThatCannotBeReadAreProblems() {
        String judge = ledger.tokens().staff("judge", "沪0117", "ENFORCEMENT_JUDGE");
        String leaves = "/api/v1/cases/" + caseId + "/leaves";

        assertThat(code(ledger.get(leaves + "?cursor=x", judge).body())).isEqualTo("edge.cursor_unreadable");
        assertThat(code(ledger.get(leaves + "?limit=x", judge).body())).isEqualTo("edge.wrong_value");
        assertThat(code(ledger.get("/api/v1/cases/x/leaves", judge).body())).isEqualTo("edge.wrong_value");
        assertThat(ledger.json(leaves + "?limit=2", judge).get("items")).hasSize(2);
    }

    private static String code(String problem) {
        return new JsonMapper().readTree(problem).get("code").asString();
    }
}
