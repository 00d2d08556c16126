package court.deploy.acceptance;

import static court.deploy.acceptance.CourtCase.SOON;
import static court.deploy.acceptance.Platform.HTTP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import court.deploy.acceptance.ForeignVerifier.Checkpoint;
import dev.sigstore.merkle.InclusionProofVerificationException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
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

    @Test
    void anOlderTreeIsTheBeginningOfTheNewer() throws Exception {
        CourtCase.open().settled();
        Checkpoint head = checkpoint();
        long from = Long.highestOneBit(head.size() - 1);
        JsonNode proof = HTTP.get("", "/api/v1/ledger/consistency?from=" + from + "&to=" + head.size())
                .ok()
                .json();
        byte[] older = base64(proof, "fromRootHash");
        byte[] forged = older.clone();
        forged[7] ^= 1;

        assertThat(older).isEqualTo(base64(inclusion(0, from), "rootHash"));
        ForeignVerifier.grown(proof, older, head.root());
        assertThatThrownBy(() -> ForeignVerifier.grown(proof, forged, head.root()))
                .isInstanceOf(InclusionProofVerificationException.class);
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

    private static byte[] base64(JsonNode proof, String field) {
        return Base64.getDecoder().decode(proof.path(field).asString());
    }
}
