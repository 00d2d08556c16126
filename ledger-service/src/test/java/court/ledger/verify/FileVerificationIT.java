package court.ledger.verify;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import court.ledger.RunningLedger;
import court.ledger.TestFact;
import court.platform.contract.FileRef;
import court.platform.merkle.Hash;
import court.platform.merkle.Proofs;
import court.platform.note.Checkpoint;
import court.platform.note.NoteKey;
import court.platform.note.SignedNote;
import court.platform.note.TlogProof;
import court.platform.outbox.TextDigests;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A file or a digest judged, as anybody may ask. */
class FileVerificationIT {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = new JsonMapper();
    private static final byte[] BYTES =
            "the judgment, byte by byte".repeat(20_000).getBytes(UTF_8);
    private static final FileRef FILE = TestFact.file(BYTES);
    private static final UUID CASE = UUID.randomUUID();
    private static final TestFact FACT = TestFact.act(CASE, 1).to("applicant").with(FILE);
    private static final TestFact HIDDEN = TestFact.act(CASE, 2);

    private static RunningLedger ledger;

    @BeforeAll
    static void start() {
        ledger = new RunningLedger(Map.of("court.ledger.verify.limit", "1MB", "court.ledger.verify.at-once", "1"));
        ledger.member(CASE, "judge", "ENFORCEMENT_JUDGE", "", "沪0117");
        ledger.member(CASE, "applicant-key", "APPLICANT", "applicant", "沪0117");
        ledger.tell(FACT, HIDDEN);
        ledger.awaitFacts(CASE, 2);
    }

    @AfterAll
    static void stop() {
        ledger.close();
    }

    private static HttpResponse<String> post(String type, byte[] body) {
        URI address = URI.create(ledger.service().address() + "/api/v1/ledger/verify");
        try {
            return HTTP.send(
                    HttpRequest.newBuilder(address)
                            .header("Content-Type", type)
                            .POST(BodyPublishers.ofByteArray(body))
                            .build(),
                    BodyHandlers.ofString());
        } catch (IOException | InterruptedException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static HttpResponse<String> file(String part, byte[] bytes) {
        ByteArrayOutputStream form = new ByteArrayOutputStream();
        form.writeBytes(("--cut\r\nContent-Disposition: form-data; name=\"" + part + "\"; filename=\"a.pdf\"\r\n\r\n")
                .getBytes(UTF_8));
        form.writeBytes(bytes);
        form.writeBytes("\r\n--cut--\r\n".getBytes(UTF_8));
        return post("multipart/form-data; boundary=cut", form.toByteArray());
    }

    private static HttpResponse<String> digest(String json) {
        return post("application/json", json.getBytes(UTF_8));
    }

    private static JsonNode verdict(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    private static NoteKey logKey() {
        return NoteKey.parse(ledger.get("/api/v1/ledger/key", null).body().strip());
    }

    @Test
    void aFileIsJudgedByItsBytesAndTheAnswerProvesItself() {
        JsonNode verdict = verdict(file("file", BYTES));
        JsonNode proof = verdict.path("proof");
        Checkpoint signed = Checkpoint.parse(
                SignedNote.parse(proof.path("checkpoint").asString().getBytes(UTF_8))
                        .open(List.of(logKey())));

        assertThat(verdict.path("result").asString()).isEqualTo("PRESUMED_UNTAMPERED");
        assertThat(verdict.path("sha256").asString()).isEqualTo(FILE.sha256());
        assertThat(verdict.path("sm3").asString()).isEqualTo(FILE.sm3());
        assertThat(verdict.path("size").asLong()).isEqualTo(BYTES.length);
        assertThat(Proofs.includes(
                        signed.head(),
                        proof.path("index").asLong(),
                        Hash.ofLeaf(proof.path("leaf").asString().getBytes(UTF_8)),
                        proof.path("path")
                                .valueStream()
                                .map(it -> Hash.ofBase64(it.asString()))
                                .toList()))
                .isTrue();
    }

    /** RE1: presumed untampered since it was entered, and nothing said of the time before; the times stand apart. */
    @Test
    void theSentenceSaysSinceWhenAndWhatIsNotPresumed() {
        JsonNode verdict = verdict(digest("{\"sha256\":\"" + FILE.sha256() + "\"}"));

        assertThat(verdict.path("sentence").asString())
                .matches(".*自\\d{4}年\\d{1,2}月\\d{1,2}日 \\d\\d:\\d\\d:\\d\\d记入账本之时起推定未经篡改；记入之前的真实性不在推定范围内。");
        assertThat(verdict.path("proof").path("receivedAt").asString()).isNotEmpty();
        assertThat(verdict.path("proof").path("enteredAt").asString()).isNotEmpty();
        assertThat(verdict.path("proof").path("anchoredAt").isNull()).isTrue();
        assertThat(verdict.path("statement").asString()).contains("第十六条至第十九条");
    }

    @Test
    void aDigestInLargeLettersIsTheSameDigest() {
        JsonNode verdict = verdict(digest("{\"sha256\":\"" + FILE.sha256().toUpperCase(Locale.ROOT) + "\"}"));

        assertThat(verdict.path("result").asString()).isEqualTo("PRESUMED_UNTAMPERED");
        assertThat(verdict.path("sha256").asString()).isEqualTo(FILE.sha256());
    }

    @Test
    void theExactBytesOfAnActAreJudgedLikeAFile() {
        assertThat(verdict(file("file", FACT.body())).path("result").asString()).isEqualTo("PRESUMED_UNTAMPERED");
        assertThat(verdict(digest(
                                "{\"sha256\":\"" + TextDigests.of(HIDDEN.body()).sha256() + "\"}"))
                        .path("result")
                        .asString())
                .isEqualTo("PRESUMED_UNTAMPERED");
    }

    @Test
    void oneByteMoreOrNoneAtAllIsNotOnTheLedger() {
        JsonNode other = verdict(file("file", (new String(BYTES, UTF_8) + " ").getBytes(UTF_8)));
        JsonNode empty = verdict(file("file", new byte[0]));

        assertThat(other.path("result").asString()).isEqualTo("NOT_ON_LEDGER");
        assertThat(other.path("proof").isNull()).isTrue();
        assertThat(empty.path("result").asString()).isEqualTo("NOT_ON_LEDGER");
        assertThat(empty.path("sentence").asString()).contains("0 字节");
    }

    @Test
    void aLedgerWhoseStoreWasChangedDoesNotVouchForIt() {
        String change = "update leaf set sm3 = reverse(sm3) where index = (select leaf from file where sha256 = ?)";
        ledger.tamper(change, FILE.sha256());
        try {
            assertThat(verdict(file("file", BYTES)).path("result").asString()).isEqualTo("PROOF_BROKEN");
            assertThat(verdict(digest("{\"sha256\":\"" + FILE.sha256() + "\"}"))
                            .path("result")
                            .asString())
                    .isEqualTo("PROOF_BROKEN");
        } finally {
            ledger.tamper(change, FILE.sha256());
        }
    }

    @Test
    void whatIsTooLargeIsRefusedAndTheLimitTold() {
        HttpResponse<String> answer = file("file", new byte[1024 * 1024 + 1]);

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("verify.too_large").contains("1 MB");
        assertThat(verdict(file("file", new byte[1024 * 1024])).path("size").asLong())
                .isEqualTo(1024 * 1024);
    }

    /** A file of which half has come, over a connection that stays open. */
    private static Socket half() throws IOException {
        URI service = URI.create(ledger.service().address());
        Socket socket = new Socket(service.getHost(), service.getPort());
        socket.getOutputStream().write(("""
                        POST /api/v1/ledger/verify HTTP/1.1\r
                        Host: localhost\r
                        Content-Type: multipart/form-data; boundary=cut\r
                        Content-Length: 1000\r
                        \r
                        --cut\r
                        Content-Disposition: form-data; name="file"; filename="a.pdf"\r
                        \r
                        half of it""").getBytes(UTF_8));
        return socket;
    }

    private static HttpResponse<String> untilItIs(int status) {
        HttpResponse<String> answer = file("file", BYTES);
        for (int i = 0; i < 100 && answer.statusCode() != status; i++) {
            RunningLedger.pause();
            answer = file("file", BYTES);
        }
        return answer;
    }

    /** Who holds the place; it may still be another test's for a moment, and then the half is refused itself. */
    private static Socket holding() throws IOException {
        for (int i = 0; i < 20; i++) {
            Socket other = half();
            RunningLedger.pause();
            if (file("file", BYTES).statusCode() == 503) {
                return other;
            }
            other.close();
        }
        throw new AssertionError("nobody is refused while a file is on its way");
    }

    @Test
    void whileAllPlacesAreTakenAFileIsRefusedAtOnceAndADigestIsJudged() throws IOException {
        try (Socket other = holding()) {
            assertThat(other.isConnected()).isTrue();
            HttpResponse<String> answer = file("file", BYTES);

            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(503);
            assertThat(answer.body()).contains("verify.too_many_at_once").contains("同时核验的文件过多");
            assertThat(answer.headers().firstValue("retry-after")).contains("30");
            assertThat(digest("{\"sha256\":\"" + FILE.sha256() + "\"}").statusCode())
                    .isEqualTo(200);
        }

        assertThat(untilItIs(200).statusCode()).isEqualTo(200); // who left gave the place back
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"sha256\":\"abc\"}",
                "{}",
                "{\"sha256\":null}",
                "{\"sha256\":\"0000000000000000000000000000000000000000000000000000000000000zzz\"}",
                "[]",
                "",
                "{"
            })
    void whatIsNoDigestIsRefused(String json) {
        HttpResponse<String> answer = digest(json);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(answer.headers().firstValue("content-type").orElse("")).startsWith("application/problem+json");
    }

    @Test
    void aFormWithoutAFileIsRefused() {
        assertThat(post("multipart/form-data; boundary=cut", "--cut--\r\n".getBytes(UTF_8))
                        .statusCode())
                .isIn(400, 422);
        assertThat(file("other", BYTES).statusCode()).isEqualTo(422);
        assertThat(post("application/octet-stream", BYTES).statusCode()).isEqualTo(415);
    }

    @Test
    void eachItemOfACaseHasAProofFileForWhoMaySeeIt() {
        String judge = ledger.tokens().staff("judge", "沪0117", "ENFORCEMENT_JUDGE");
        String applicant = ledger.tokens().party("applicant-key");
        String path = "/api/v1/cases/" + CASE + "/leaves/";
        for (JsonNode item :
                ledger.json("/api/v1/cases/" + CASE + "/leaves", judge).path("items")) {
            String at = path + item.path("index").asString() + "/proof";
            TlogProof proof = TlogProof.parse(ledger.get(at, judge).body().getBytes(UTF_8));
            boolean isHidden = item.path("id").asString().equals(HIDDEN.id().toString());

            assertThat(proof.index()).isEqualTo(item.path("index").asLong());
            proof.verify(proof.extra(), logKey());
            assertThat(ledger.get(at, applicant).statusCode()).isEqualTo(isHidden ? 404 : 200);
            assertThat(ledger.get(at, ledger.tokens().party("stranger")).statusCode())
                    .isEqualTo(404);
            assertThat(ledger.get(at, null).statusCode()).isEqualTo(401);
        }
        for (String no : List.of("99", "-1", "x", "9999999999999999999")) {
            assertThat(ledger.get(path + no + "/proof", judge).statusCode()).isEqualTo(404);
        }
    }
}
