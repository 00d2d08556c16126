package court.deploy.acceptance;

import static court.deploy.acceptance.Platform.HTTP;
import static court.deploy.acceptance.TreeByHand.FULL;
import static court.deploy.acceptance.TreeByHand.entries;
import static court.deploy.acceptance.TreeByHand.join;
import static court.deploy.acceptance.TreeByHand.leafHash;
import static court.deploy.acceptance.TreeByHand.root;
import static court.deploy.acceptance.TreeByHand.sha256;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import court.deploy.acceptance.Http.Sent;
import court.deploy.acceptance.Http.Upload;
import dev.sigstore.merkle.InclusionProofVerificationException;
import dev.sigstore.merkle.InclusionProofVerifier;
import dev.sigstore.rekor.client.Checkpoints;
import dev.sigstore.rekor.client.RekorEntry.Checkpoint;
import dev.sigstore.rekor.client.RekorEntry.CheckpointSignature;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpClient;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import tools.jackson.databind.JsonNode;

/**
 * The ledger's public formats in the hands of others: sigstore-java reads checkpoints and follows proofs, OpenSSL checks every
 * signature, a library in JavaScript computes the root. How tiles, bundles of entries and proof files are laid out is read here by the text of their specification.
 */
@Isolated("others take away what is counted here")
class LedgerFormatsIT {

    private static CourtCase room;

    @TempDir
    private Path folder;

    @BeforeAll
    static void aCaseIsUnderACheckpointThatAWitnessHasSeen() {
        room = CourtCase.open();
        room.settled();
        Awaitility.await("cosigned")
                .atMost(CourtCase.SOON)
                .until(() -> signature(file().path("checkpoint").asString(), "witness") != null);
    }

    private static JsonNode file() {
        return HTTP.get("", "/api/v1/ledger/files/" + sha256Hex(Papers.PNG))
                .ok()
                .json();
    }

    /** A line of what is published: name, and the bytes of type and key. */
    private record Key(String name, byte[] typed) {

        static Key of(String purpose) {
            String line = HTTP.get("", "/api/v1/ledger/keys")
                    .ok()
                    .body()
                    .lines()
                    .filter(it -> it.startsWith(purpose + " "))
                    .findFirst()
                    .orElseThrow();
            String[] parts = line.substring(purpose.length() + 1).split("\\+", 3);
            return new Key(parts[0], Base64.getDecoder().decode(parts[2]));
        }

        byte[] hint() {
            return Arrays.copyOf(sha256((name + "\n").getBytes(UTF_8), typed), 4);
        }
    }

    /** The signature of this purpose's key under a note; null when there is none. */
    private static CheckpointSignature signature(String note, String purpose) {
        Key key = Key.of(purpose);
        return read(note).getSignatures().stream()
                .filter(it -> it.getIdentity().equals(key.name()) && Arrays.equals(it.getKeyHint(), key.hint()))
                .findFirst()
                .orElse(null);
    }

    private static Checkpoint read(String note) {
        try {
            return Checkpoints.from(note);
        } catch (Exception unreadable) {
            throw new AssertionError(note, unreadable);
        }
    }

    private static byte[] text(String note) {
        return note.substring(0, note.indexOf("\n\n") + 1).getBytes(UTF_8);
    }

    private void everySignatureHolds(String note) {
        OpenSsl openSsl = new OpenSsl(folder);
        byte[] text = text(note);
        byte[] changed = text.clone();
        changed[text.length - 3] ^= 1;
        byte[] ed25519 = Arrays.copyOfRange(Key.of("ledger").typed(), 1, 33);
        byte[] sm2 = Arrays.copyOfRange(Key.of("ledger-sm2").typed(), 8, 8 + 65);
        byte[] signed = signature(note, "ledger").getSignature();
        byte[] signedSm2 = signature(note, "ledger-sm2").getSignature();

        assertThat(openSsl.ed25519(ed25519, text, signed)).isTrue();
        assertThat(openSsl.sm2(sm2, text, signedSm2)).isTrue();
        assertThat(openSsl.ed25519(ed25519, changed, signed)).isFalse();
        assertThat(openSsl.sm2(sm2, changed, signedSm2)).isFalse();
        theWitnessesSignatureHolds(
                openSsl, text, changed, signature(note, "witness").getSignature());
    }

    /** c2sp.org/tlog-cosignature: eight bytes of time, then a signature over it and the text. */
    private static void theWitnessesSignatureHolds(OpenSsl openSsl, byte[] text, byte[] changed, byte[] signed) {
        byte[] key = Arrays.copyOfRange(Key.of("witness").typed(), 1, 33);
        byte[] head = ("cosignature/v1\ntime " + ByteBuffer.wrap(signed).getLong() + "\n").getBytes(UTF_8);
        byte[] signature = Arrays.copyOfRange(signed, 8, signed.length);

        assertThat(openSsl.ed25519(key, join(head, text), signature)).isTrue();
        assertThat(openSsl.ed25519(key, join(head, changed), signature)).isFalse();
    }

    @Test
    void everySignatureUnderACheckpointHolds() {
        String note = file().path("checkpoint").asString();

        assertThat(read(note).getOrigin()).isEqualTo(Key.of("ledger").name());
        assertThat(read(note).getSignatures()).hasSize(3);
        everySignatureHolds(note);
    }

    @Test
    void aProofFileProvesItsFileAlone() throws Exception {
        String proof = HTTP.get("", "/api/v1/ledger/files/" + sha256Hex(Papers.PNG) + "/proof")
                .ok()
                .body();
        String[] halves = proof.split("\n\n", 2);
        List<String> lines = halves[0].lines().toList();
        Checkpoint checkpoint = read(halves[1]);
        byte[] leaf = Base64.getDecoder().decode(lines.get(1).substring("extra ".length()));
        long index = Long.parseLong(lines.get(2).substring("index ".length()));
        List<byte[]> path =
                lines.stream().skip(3).map(Base64.getDecoder()::decode).toList();
        byte[] root = Base64.getDecoder().decode(checkpoint.getBase64Hash());

        assertThat(lines.getFirst()).isEqualTo("c2sp.org/tlog-proof@v1");
        assertThat(new String(leaf, UTF_8)).contains(sha256Hex(Papers.PNG));
        InclusionProofVerifier.verify(leafHash(leaf), index, checkpoint.getSize(), path, root);
        everySignatureHolds(halves[1]);
        assertThatThrownBy(() ->
                        InclusionProofVerifier.verify(leafHash(leaf), index ^ 1, checkpoint.getSize(), path, root))
                .isInstanceOf(InclusionProofVerificationException.class);
    }

    @Test
    void everyItemOfTheCaseHasAProofFile() throws Exception {
        for (JsonNode item : room.leaves(room.judgeToken())) {
            String path = room.path("/leaves/" + item.path("index").asLong() + "/proof");
            String proof = HTTP.get(room.judgeToken(), path).ok().body();
            String[] halves = proof.split("\n\n", 2);
            List<String> lines = halves[0].lines().toList();
            Checkpoint checkpoint = read(halves[1]);

            InclusionProofVerifier.verify(
                    leafHash(Base64.getDecoder().decode(lines.get(1).substring("extra ".length()))),
                    item.path("index").asLong(),
                    checkpoint.getSize(),
                    lines.stream().skip(3).map(Base64.getDecoder()::decode).toList(),
                    Base64.getDecoder().decode(checkpoint.getBase64Hash()));
            assertThat(HTTP.get("", path).status()).isEqualTo(401);
        }
    }

    /** c2sp.org/tlog-tiles: the whole log, fetched as files, hashed by the JDK and by a library in JavaScript. */
    @Test
    void whoFetchesTheTilesComputesTheSignedRoot() throws Exception {
        Checkpoint checkpoint =
                read(HTTP.get("", "/api/v1/ledger/checkpoint").ok().body());
        long size = checkpoint.getSize();
        List<byte[]> hashes = new ArrayList<>();
        List<byte[]> all = new ArrayList<>();
        for (long n = 0; n * FULL < size; n++) {
            int width = (int) Math.min(FULL, size - n * FULL);
            String name = TreeByHand.name(n, size);
            List<byte[]> entries = entries(bytes("/api/v1/ledger/tile/entries/" + name));
            List<byte[]> leaves = new ArrayList<>();
            for (byte[] entry : entries) {
                leaves.add(leafHash(entry));
            }
            ByteArrayOutputStream tile = new ByteArrayOutputStream();
            leaves.forEach(tile::writeBytes);

            assertThat(entries).hasSize(width);
            assertThat(bytes("/api/v1/ledger/tile/0/" + name)).isEqualTo(tile.toByteArray());
            hashes.addAll(leaves);
            all.addAll(entries);
        }
        byte[] signed = Base64.getDecoder().decode(checkpoint.getBase64Hash());

        assertThat(root(hashes)).isEqualTo(signed);
        assertThat(ForeignTrees.root(all)).isEqualTo(signed);
    }

    @Test
    void aFileIsJudgedThroughTheGateway() {
        Answer judged = HTTP.upload(Sent.of("", "/api/v1/ledger/verify"), new Upload("判决书.png", Papers.PNG, Map.of()));
        Answer other = HTTP.upload(Sent.of("", "/api/v1/ledger/verify"), new Upload("a", Papers.text("另一份"), Map.of()));

        assertThat(judged.ok().json().path("result").asString()).isEqualTo("PRESUMED_UNTAMPERED");
        assertThat(judged.json().path("sentence").asString()).contains("推定未经篡改");
        assertThat(other.ok().json().path("result").asString()).isEqualTo("NOT_ON_LEDGER");
    }

    private static byte[] bytes(String path) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            var answer =
                    client.send(HTTP.request(Sent.of("", path).under("")).GET().build(), BodyHandlers.ofByteArray());
            assertThat(answer.statusCode()).as(path).isEqualTo(200);
            assertThat(answer.headers().firstValue("cache-control").orElse("")).contains("immutable");
            return answer.body();
        }
    }

    private static String sha256Hex(byte[] bytes) {
        return HexFormat.of().formatHex(sha256(new byte[0], bytes));
    }

    /** Rule RE2: counted where it was told and on the ledger, over all cases there are by now. */
    @Test
    void nothingThatHasToBeOnTheChainIsMissing() {
        JsonNode rows = HTTP.get(Platform.token("ops"), "/api/v1/operations/ledger/coverage")
                .ok()
                .json()
                .path("rows");

        assertThat(rows.size()).isEqualTo(13);
        for (JsonNode row : rows) {
            assertThat(row.path("missing").asLong() + row.path("unknown").asLong())
                    .as(row.toString())
                    .isZero();
        }
        assertThat(rows.path(0).path("title").asString()).isEqualTo("案件信息");
        assertThat(rows.path(0).path("onLedger").asLong()).isGreaterThan(1);
        assertThat(rows.path(3).path("standing").asString()).isEqualTo("NOT_BUILT");
    }
}
