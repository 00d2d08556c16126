package court.ledger.verify;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import court.ledger.RunningLedger;
import court.ledger.TestFact;
import court.platform.blob.BlobStore;
import court.platform.contract.FileRef;
import court.platform.vault.DataKeys;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import reactor.core.publisher.Flux;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Each way to tamper with what is stored, and what the report says of it. */
class VerificationIT {

    private static final String FLIP =
            "update received set body = set_byte(body, 20, get_byte(body, 20) # 1) where fact_id = ?";

    private static RunningLedger ledger;
    private static String judge;

    private final UUID caseId = UUID.randomUUID();

    @BeforeAll
    static void start() {
        ledger = new RunningLedger();
        judge = ledger.tokens().staff("judge", "沪0117", "ENFORCEMENT_JUDGE");
    }

    @AfterAll
    static void stop() {
        ledger.close();
    }

    @BeforeEach
    void theJudgeHasTheCase() {
        ledger.member(caseId, "judge", "ENFORCEMENT_JUDGE", "", "沪0117");
    }

    private FileRef store(String text) {
        byte[] bytes = text.getBytes(UTF_8);
        var buffer = DefaultDataBufferFactory.sharedInstance.wrap(bytes);
        ledger.service()
                .bean(BlobStore.class)
                .put(caseId, Flux.just(buffer), 1_000_000)
                .block();
        return TestFact.file(bytes);
    }

    private Path blob(FileRef file) {
        return ledger.folder().resolve("blobs/case").resolve(caseId.toString()).resolve(file.sha256());
    }

    private JsonNode report(String parameters) {
        return ledger.json("/api/v1/cases/" + caseId + "/verification?limit=100" + parameters, judge);
    }

    private JsonNode report() {
        return report("");
    }

    private static List<String> troubles(JsonNode report) {
        return report.get("items")
                .valueStream()
                .filter(it -> !it.get("result").asString().equals("INTACT"))
                .map(it -> it.get("result").asString() + " " + it.get("where").asString() + " "
                        + it.get("id").asString())
                .toList();
    }

    private static String checkpoint() {
        return ledger.get("/api/v1/ledger/checkpoint", null).body();
    }

    private static String kept(String note) {
        return "&checkpoint=" + URLEncoder.encode(Base64.getEncoder().encodeToString(note.getBytes(UTF_8)), UTF_8);
    }

    @Test
    void anUntouchedCaseIsIntactAndTheReportSaysWhatTheLawPresumes() {
        FileRef file = store("intact " + caseId);
        TestFact first = TestFact.act(caseId, 1).with(file);
        ledger.tell(
                first,
                TestFact.act(caseId, 2).kind("ACCESS"),
                TestFact.act(caseId, 3).kind("OPERATION"));
        ledger.awaitFacts(caseId, 3);
        String early = checkpoint();
        ledger.tell(TestFact.act(caseId, 4));
        ledger.awaitFacts(caseId, 4);

        JsonNode report = report(kept(early));

        assertThat(troubles(report)).isEmpty();
        assertThat(report.get("items").valueStream().map(it -> it.get("kind").asString()))
                .containsExactly("ACT", "FILE", "ACCESS", "ACT");
        assertThat(report.get("result").asString()).isEqualTo("INTACT");
        assertThat(report.get("comparison").get("consistent").asBoolean()).isTrue();
        assertThat(report.get("summary").asString()).startsWith("本页核验 4 项：完好 4，损坏 0，缺失 0");
        // RE1
        assertThat(report.get("statement").asString()).contains("自记入账本（上链）之时起推定未经篡改");
        JsonNode item = report.get("items").get(0);
        assertThat(item.get("receivedAt").asString()).isNotEmpty();
        assertThat(item.get("enteredAt").asString()).isNotEmpty();
        assertThat(item.get("anchoredAt").isNull()).isTrue();
    }

    @Test
    void aFlippedBitInAStoredFactIsNamed() {
        TestFact sound = TestFact.act(caseId, 1);
        TestFact flipped = TestFact.act(caseId, 2);
        ledger.tell(sound, flipped);
        ledger.awaitFacts(caseId, 2);

        ledger.tamper(FLIP, flipped.id());

        assertThat(troubles(report())).containsExactly("DAMAGED FACT " + flipped.id());
        assertThat(report().get("result").asString()).isEqualTo("DAMAGED");
        assertThat(report().get("summary").asString()).startsWith("本页核验 2 项：完好 1，损坏 1");
    }

    @Test
    void aFlippedBitInAStoredFileIsNamed() throws IOException {
        FileRef file = store("to be flipped " + caseId);
        ledger.tell(TestFact.act(caseId, 1).with(file, store("sound " + caseId)));
        ledger.awaitFacts(caseId, 1);
        byte[] stored = Files.readAllBytes(blob(file));
        stored[stored.length - 20] ^= 1;
        Files.write(blob(file), stored);

        assertThat(troubles(report())).containsExactly("DAMAGED FILE " + file.id());
    }

    @Test
    void aFileThatIsGoneIsNamed() throws IOException {
        FileRef file = store("to be removed " + caseId);
        ledger.tell(TestFact.act(caseId, 1).with(file));
        ledger.awaitFacts(caseId, 1);
        Files.delete(blob(file));

        assertThat(troubles(report())).containsExactly("MISSING FILE " + file.id());
    }

    @Test
    void aFileDeletedByLawIsNoDamage() {
        FileRef file = store("to be deleted " + caseId);
        ledger.tell(TestFact.act(caseId, 1).with(file));
        ledger.awaitFacts(caseId, 1);
        ledger.service().bean(DataKeys.class).destroy(caseId, file.sha256());

        assertThat(troubles(report())).containsExactly("DELETED FILE " + file.id());
        assertThat(report().get("result").asString()).isEqualTo("INTACT");
    }

    @Test
    void aFileTakenOutOfTheListIsMissedByTheFactThatCarriesIt() {
        FileRef file = store("to be forgotten " + caseId);
        TestFact fact = TestFact.act(caseId, 1).with(file);
        ledger.tell(fact);
        ledger.awaitFacts(caseId, 1);

        ledger.tamper("delete from file where case_id = ?", caseId);

        assertThat(troubles(report())).containsExactly("MISSING FILE_ENTRY " + fact.id());
    }

    @Test
    void aFactThatIsGoneLeavesAHoleThatIsNamed() {
        TestFact gone = TestFact.act(caseId, 2);
        ledger.tell(TestFact.act(caseId, 1), gone, TestFact.act(caseId, 3));
        ledger.awaitFacts(caseId, 3);

        ledger.tamper("delete from received where fact_id = ?", gone.id());

        assertThat(troubles(report())).containsExactly("MISSING SEQUENCE filing#2-2");
    }

    @Test
    void aFactChangedTogetherWithItsLeafIsNamed() {
        TestFact fact = TestFact.act(caseId, 1);
        ledger.tell(fact);
        ledger.awaitFacts(caseId, 1);

        ledger.tamper(FLIP, fact.id());
        ledger.tamper("""
                update leaf set sha256 = encode(sha256(body), 'hex') from received
                where received.leaf = leaf.index and fact_id = ?""", fact.id());

        assertThat(troubles(report())).containsExactly("DAMAGED LEAF " + fact.id());
    }

    @Test
    void aNodeChangedBetweenALeafAndTheSignedRootIsNoticed() {
        TestFact fact = TestFact.act(caseId, 1);
        ledger.tell(fact);
        ledger.awaitFacts(caseId, 1);
        long index = ledger.number("select leaf from received where fact_id = '" + fact.id() + "'");
        if (index % 2 == 0) {
            ledger.tell(TestFact.act(caseId, 2));
            ledger.awaitFacts(caseId, 2);
        }
        String flip = "update node set hash = set_byte(hash, 1, get_byte(hash, 1) # 1) where level = 0 and index = ?";
        ledger.tamper(flip, index ^ 1);
        try {
            assertThat(troubles(report())).contains("DAMAGED TREE " + fact.id());
        } finally {
            ledger.tamper(flip, index ^ 1);
        }
    }

    @Test
    void aLeafThatIsGoneIsNamed() {
        TestFact fact = TestFact.act(caseId, 1);
        ledger.tell(fact);
        ledger.awaitFacts(caseId, 1);

        ledger.tamper("delete from leaf where index = (select leaf from received where fact_id = ?)", fact.id());

        assertThat(troubles(report())).containsExactly("MISSING LEAF " + fact.id());
    }

    @Test
    void digestsThatDidNotFitOnArrivalAreNamed() {
        TestFact fact = TestFact.act(caseId, 1);
        var record = fact.record(ledger.topic());
        record.headers().remove("ce_sm3").add("ce_sm3", "00".repeat(32).getBytes(UTF_8));
        ledger.tell(record);
        ledger.awaitFacts(caseId, 1);

        assertThat(troubles(report())).containsExactly("DAMAGED ARRIVAL " + fact.id());
        assertThat(report().get("items").get(0).get("detail").asString()).contains("与发送方声明的摘要不一致");
    }

    @Test
    void aListingThatNoLongerFitsTheFactsOwnWordsIsNamed() {
        TestFact widened = TestFact.act(caseId, 1).to("applicant");
        TestFact sound = TestFact.act(caseId, 2).to("applicant", "respondent");
        ledger.tell(widened, sound);
        ledger.awaitFacts(caseId, 2);

        ledger.tamper("update received set audience = 'applicant,respondent' where fact_id = ?", widened.id());

        assertThat(troubles(report())).containsExactly("DAMAGED LISTING " + widened.id());
    }

    @Test
    void pagesCoverTheWholeCase() {
        for (int sequence = 1; sequence <= 5; sequence++) {
            ledger.tell(TestFact.act(caseId, sequence));
        }
        ledger.awaitFacts(caseId, 5);

        JsonNode first = ledger.json("/api/v1/cases/" + caseId + "/verification?limit=3", judge);
        JsonNode second = ledger.json(
                "/api/v1/cases/" + caseId + "/verification?limit=3&cursor="
                        + first.get("nextCursor").asString(),
                judge);

        assertThat(first.get("items")).hasSize(3);
        assertThat(second.get("items")).hasSize(2);
        assertThat(second.get("nextCursor").isNull()).isTrue();
    }

    @Test
    void aCheckpointOfSomebodyElseIsRefused() {
        ledger.tell(TestFact.act(caseId, 1));
        ledger.awaitFacts(caseId, 1);

        for (String parameter : List.of(kept(checkpoint().replaceFirst("\n\\d+\n", "\n1\n")), kept("nonsense"))) {
            var response = ledger.get("/api/v1/cases/" + caseId + "/verification?limit=1" + parameter, judge);

            assertThat(response.statusCode()).isEqualTo(422);
            assertThat(new JsonMapper().readTree(response.body()).get("code").asString())
                    .isEqualTo("verify.checkpoint_not_ours");
        }
        for (String parameter :
                List.of("&checkpoint=@", "&size=1", "&root=AAAA", "&size=1&root=AAAA", "&size=x&root=")) {
            var response = ledger.get("/api/v1/cases/" + caseId + "/verification?limit=1" + parameter, judge);

            assertThat(response.statusCode()).isEqualTo(400);
            assertThat(new JsonMapper().readTree(response.body()).get("code").asString())
                    .isEqualTo("verify.checkpoint_unreadable");
        }
    }
}
