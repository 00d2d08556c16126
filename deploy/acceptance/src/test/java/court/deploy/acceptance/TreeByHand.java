package court.deploy.acceptance;

import static court.deploy.acceptance.Platform.HTTP;
import static org.assertj.core.api.Assertions.assertThat;

import court.deploy.acceptance.ForeignVerifier.Checkpoint;
import dev.sigstore.merkle.InclusionProofVerificationException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * The whole log fetched as anybody may, and put together by the text of RFC 6962 and c2sp.org/tlog-tiles.
 *
 * @param hashes of all leaves
 */
record TreeByHand(Checkpoint head, List<byte[]> hashes) {

    static final int FULL = 256;

    /** All that is under this checkpoint. */
    static TreeByHand under(Checkpoint head) {
        List<byte[]> hashes = new ArrayList<>();
        for (long n = 0; n * FULL < head.size(); n++) {
            String path = "/api/v1/ledger/tile/entries/" + name(n, head.size());
            entries(HTTP.get("", path).ok().bytes()).forEach(it -> hashes.add(leafHash(it)));
        }
        TreeByHand tree = new TreeByHand(head, hashes);
        tree.beginsWith(head);
        return tree;
    }

    /** Of the tile with this number in a tree of this size. */
    static String name(long number, long size) {
        long width = Math.min(FULL, size - number * FULL);
        StringBuilder name = new StringBuilder("%03d".formatted(number % 1000));
        for (long rest = number / 1000; rest > 0; rest /= 1000) {
            name.insert(0, "x%03d/".formatted(rest % 1000));
        }
        return name + (width < FULL ? ".p/" + width : "");
    }

    /** An older checkpoint must be over the first leaves of this very tree. */
    void beginsWith(Checkpoint older) {
        assertThat(older.size()).isLessThanOrEqualTo(hashes.size());
        assertThat(root(hashes.subList(0, Math.toIntExact(older.size()))))
                .as("root of the first " + older.size())
                .isEqualTo(older.root());
    }

    /** The ledger's own proof for a leaf must lead from the entry that everybody sees to the signed root. */
    void provesLeaf(long index) {
        String path = "/api/v1/ledger/inclusion?index=" + index + "&size=" + head.size();
        JsonNode proof = HTTP.get("", path).ok().json();
        try {
            ForeignVerifier.included(hashes.get(Math.toIntExact(index)), proof, head.root());
        } catch (InclusionProofVerificationException wrong) {
            throw new AssertionError("leaf " + index, wrong);
        }
    }

    static List<byte[]> entries(byte[] bundle) {
        ByteBuffer rest = ByteBuffer.wrap(bundle);
        List<byte[]> entries = new ArrayList<>();
        while (rest.hasRemaining()) {
            byte[] entry = new byte[Short.toUnsignedInt(rest.getShort())];
            rest.get(entry);
            entries.add(entry);
        }
        return entries;
    }

    /** RFC 6962 §2.1, as it stands there. */
    static byte[] root(List<byte[]> hashes) {
        if (hashes.size() == 1) {
            return hashes.getFirst();
        }
        int k = Integer.highestOneBit(hashes.size() - 1);
        return sha256(new byte[] {1}, join(root(hashes.subList(0, k)), root(hashes.subList(k, hashes.size()))));
    }

    static byte[] leafHash(byte[] leaf) {
        return sha256(new byte[] {0}, leaf);
    }

    static byte[] sha256(byte[] first, byte[] second) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(join(first, second));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static byte[] join(byte[] first, byte[] second) {
        return ByteBuffer.allocate(first.length + second.length)
                .put(first)
                .put(second)
                .array();
    }

    /** The log's Ed25519 key, or the witness's, as the ledger publishes it. */
    static String key(String purpose) {
        return HTTP.get("", "/api/v1/ledger/keys")
                .ok()
                .body()
                .lines()
                .filter(it -> it.startsWith(purpose + " "))
                .findFirst()
                .orElseThrow()
                .substring(purpose.length() + 1);
    }
}
