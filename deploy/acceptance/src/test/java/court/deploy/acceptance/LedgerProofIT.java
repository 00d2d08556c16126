package court.deploy.acceptance;

import static court.deploy.acceptance.CourtCase.SOON;
import static court.deploy.acceptance.Platform.HTTP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import court.deploy.acceptance.ForeignTrees.Growth;
import court.deploy.acceptance.ForeignVerifier.Checkpoint;
import dev.sigstore.merkle.InclusionProofVerificationException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody who trusts neither us nor our code checks the ledger. */
@Isolated("waits for the next checkpoint to be its own")
class LedgerProofIT {

    @Test
    void aVerifierThatIsNotOursAcceptsEveryLeafOfACase() throws Exception {
        CourtCase room = CourtCase.open();
        room.say(room.applicant().token(), "请查询财产。").ok();
        room.settled();
        Checkpoint head = checkpoint();
        List<JsonNode> leaves = room.leaves(room.judgeToken());

        assertThat(leaves).hasSizeGreaterThanOrEqualTo(5);
        for (JsonNode leaf : leaves) {
            JsonNode proof = inclusion(leaf.path("index").asLong(), head.size());
            ForeignVerifier.included(base64(proof, "leafHash"), proof, head.root());
        }
    }

    @Test
    void aProofThatWasTamperedWithIsRejected() {
        CourtCase.open().settled();
        Checkpoint head = checkpoint();
        JsonNode proof = inclusion(head.size() / 2, head.size());
        byte[] leaf = base64(proof, "leafHash");
        byte[] otherLeaf = leaf.clone();
        otherLeaf[0] ^= 1;
        String path = proof.path("path").path(0).asString();
        JsonNode otherPath = JsonMapper.shared()
                .readTree(proof.toString().replace(path, Base64.getEncoder().encodeToString(otherLeaf)));
        byte[] otherRoot = head.root().clone();
        otherRoot[31] ^= 1;

        assertThatThrownBy(() -> ForeignVerifier.included(otherLeaf, proof, head.root()))
                .isInstanceOf(InclusionProofVerificationException.class);
        assertThatThrownBy(() -> ForeignVerifier.included(leaf, otherPath, head.root()))
                .isInstanceOf(InclusionProofVerificationException.class);
        assertThatThrownBy(() -> ForeignVerifier.included(leaf, proof, otherRoot))
                .isInstanceOf(InclusionProofVerificationException.class);
    }

    /** What somebody kept of the ledger is the beginning of what it shows later. */
    @Test
    void aCheckpointIsTheBeginningOfTheNext() {
        CourtCase room = CourtCase.open();
        room.settled();
        Checkpoint older = checkpoint();
        room.say(room.applicant().token(), "请查询财产。").ok();
        Awaitility.await("grown").atMost(SOON).until(() -> checkpoint().size() > older.size());
        Checkpoint newer = checkpoint();
        JsonNode proof = consistency(older.size(), newer.size());

        assertThat(ForeignTrees.judge(List.of(Growth.of(proof, older.root(), newer.root()))))
                .containsOnly(ForeignTrees.GROWN);
    }

    /** Roots of older trees are computed from the published entries, not asked for. */
    @Test
    void everyOlderTreeIsTheBeginningOfTheNewest() {
        CourtCase.open().settled();
        TreeByHand tree = TreeByHand.under(checkpoint());
        List<Growth> claims = LongStream.range(1, tree.head().size())
                .filter(it -> it <= 33 || it >= tree.head().size() - 9 || Long.bitCount(it) == 1)
                .mapToObj(it -> Growth.of(
                        consistency(it, tree.head().size()),
                        TreeByHand.root(tree.hashes().subList(0, Math.toIntExact(it))),
                        tree.head().root()))
                .toList();

        assertThat(claims).hasSizeGreaterThan(20);
        assertThat(ForeignTrees.judge(claims)).containsOnly(ForeignTrees.GROWN);
    }

    @Test
    void aConsistencyProofThatWasTamperedWithIsRejected() {
        CourtCase.open().settled();
        Checkpoint head = checkpoint();
        JsonNode proof = consistency(7, head.size());
        Growth right = Growth.of(proof, base64(proof, "fromRootHash"), head.root());
        List<byte[]> path = right.path();
        List<Growth> wrong = new ArrayList<>();
        for (int i = 0; i < path.size(); i++) {
            List<byte[]> flipped = new ArrayList<>(path);
            flipped.set(i, flipped(path.get(i)));
            wrong.add(right.withPath(flipped));
        }
        wrong.add(right.withPath(path.reversed()));
        wrong.add(right.withPath(path.subList(1, path.size())));
        wrong.add(right.withPath(path.subList(0, path.size() - 1)));
        wrong.add(right.withPath(
                Stream.concat(path.stream(), Stream.of(path.getFirst())).toList()));
        wrong.add(new Growth(6, right.older(), right.to(), right.newer(), path));
        wrong.add(new Growth(7, flipped(right.older()), right.to(), right.newer(), path));
        wrong.add(new Growth(7, right.older(), right.to(), flipped(right.newer()), path));

        assertThat(ForeignTrees.judge(List.of(right))).containsExactly(ForeignTrees.GROWN);
        assertThat(path).hasSizeGreaterThan(2);
        assertThat(ForeignTrees.judge(wrong)).hasSize(path.size() + 7).isSubsetOf(ForeignTrees.NOT_GROWN);
    }

    @Test
    void theCheckpointIsSignedByThePublishedKey() throws GeneralSecurityException {
        CourtCase.open();
        String key = HTTP.get("", "/api/v1/ledger/key").ok().body();
        Checkpoint head = checkpoint();
        Checkpoint larger = new Checkpoint(
                head.text().replace("\n" + head.size() + "\n", "\n" + (head.size() + 1) + "\n"),
                head.origin(),
                head.size() + 1,
                head.root(),
                head.signature());

        assertThat(key).startsWith(head.origin() + "+");
        assertThat(head.isSignedBy(key)).isTrue();
        assertThat(larger.isSignedBy(key)).isFalse();
    }

    @Test
    void whoHoldsAFileChecksItWithoutAnAccount() throws Exception {
        CourtCase.open().settled();
        String digest =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Papers.PNG));
        JsonNode proof = HTTP.get("", "/api/v1/ledger/files/" + digest).ok().json();
        Checkpoint head = Checkpoint.of(proof.path("checkpoint").asString());
        MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
        sha256.update((byte) 0);
        byte[] leafHash = sha256.digest(Papers.text(proof.path("leaf").asString()));
        JsonNode sized =
                JsonMapper.shared().readTree(proof.toString().replaceFirst("\\{", "{\"size\":" + head.size() + ","));

        assertThat(proof.path("leaf").asString()).contains(digest);
        ForeignVerifier.included(leafHash, sized, head.root());
    }

    /** How soon an act is an entry and under a signed checkpoint; asked every 5 ms, so no finer than that. */
    @Test
    void anActIsEnteredAndSignedAtOnce() {
        CourtCase room = CourtCase.open();
        room.settled();
        List<Duration> entered = new ArrayList<>();
        List<Duration> signed = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            int entries = room.timeline(room.judgeToken()).size();
            long size = checkpoint().size();
            long begun = System.nanoTime();
            room.say(room.applicant().token(), "第" + i + "条").ok();
            boolean isEntered = false;
            boolean isSigned = false;
            while (!(isEntered && isSigned) && System.nanoTime() - begun < SOON.toNanos()) {
                if (!isEntered && room.timeline(room.judgeToken()).size() > entries) {
                    isEntered = entered.add(Duration.ofNanos(System.nanoTime() - begun));
                }
                if (!isSigned && checkpoint().size() > size) {
                    isSigned = signed.add(Duration.ofNanos(System.nanoTime() - begun));
                }
            }
        }
        Figures.tell("act to dossier entry", entered);
        Figures.tell("act to signed checkpoint", signed);
        Figures.tellMemory();

        assertThat(entered).hasSize(20);
        assertThat(signed).hasSize(20);
    }

    private static Checkpoint checkpoint() {
        return Checkpoint.of(HTTP.get("", "/api/v1/ledger/checkpoint").ok().body());
    }

    private static JsonNode inclusion(long index, long size) {
        return HTTP.get("", "/api/v1/ledger/inclusion?index=" + index + "&size=" + size)
                .ok()
                .json();
    }

    private static JsonNode consistency(long from, long to) {
        return HTTP.get("", "/api/v1/ledger/consistency?from=" + from + "&to=" + to)
                .ok()
                .json();
    }

    private static byte[] flipped(byte[] bytes) {
        byte[] other = bytes.clone();
        other[7] ^= 1;
        return other;
    }

    private static byte[] base64(JsonNode proof, String field) {
        return Base64.getDecoder().decode(proof.path(field).asString());
    }
}
