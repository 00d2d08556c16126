package court.deploy.acceptance;

import dev.sigstore.merkle.InclusionProofVerificationException;
import dev.sigstore.merkle.InclusionProofVerifier;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Checks the ledger's proofs with code that is not ours: the verifier of sigstore-java, and the JDK's Ed25519. */
final class ForeignVerifier {

    /** What stands before the 32 bytes of an Ed25519 key in SubjectPublicKeyInfo (RFC 8410 §4). */
    private static final byte[] SPKI = {0x30, 0x2a, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x03, 0x21, 0x00};

    private ForeignVerifier() {}

    /** The leaf is in the tree of this root. */
    static void included(byte[] leafHash, JsonNode proof, byte[] root) throws InclusionProofVerificationException {
        InclusionProofVerifier.verify(
                leafHash, proof.path("index").asLong(), proof.path("size").asLong(), path(proof), root);
    }

    static List<byte[]> path(JsonNode proof) {
        return proof.path("path")
                .valueStream()
                .map(it -> Base64.getDecoder().decode(it.asString()))
                .toList();
    }

    /** A signed tree head with the first of its signatures, the log's (c2sp.org/signed-note, c2sp.org/tlog-checkpoint). */
    record Checkpoint(String text, String origin, long size, byte[] root, String signature) {

        static Checkpoint of(String note) {
            String[] halves = note.split("\n\n", 2);
            String[] lines = halves[0].split("\n");
            String[] signed = halves[1].lines().findFirst().orElseThrow().split(" ");
            return new Checkpoint(
                    halves[0] + "\n",
                    lines[0],
                    Long.parseLong(lines[1]),
                    Base64.getDecoder().decode(lines[2]),
                    signed[2]);
        }

        Checkpoint withRoot(byte[] other) {
            return new Checkpoint(text, origin, size, other, signature);
        }

        /** @param vkey {@code name+id+base64(0x01 || key)} */
        boolean isSignedBy(String vkey) throws GeneralSecurityException {
            byte[] signed = Base64.getDecoder().decode(signature);
            return holds(vkey, signed, text.getBytes(StandardCharsets.UTF_8), 4);
        }
    }

    /**
     * A witness's line stands under the note and is good (c2sp.org/tlog-cosignature): eight bytes of time, then a signature over
     * it and the text.
     *
     * @param vkey {@code name+id+base64(0x04 || key)}
     */
    static boolean isCosigned(String note, String vkey) {
        String[] halves = note.split("\n\n", 2);
        String begin = "\u2014 " + vkey.substring(0, vkey.indexOf('+')) + " ";
        for (String line : halves[1].lines().filter(it -> it.startsWith(begin)).toList()) {
            byte[] signed = Base64.getDecoder().decode(line.substring(begin.length()));
            long time = ByteBuffer.wrap(signed, 4, 8).getLong();
            String told = "cosignature/v1\ntime " + time + "\n" + halves[0] + "\n";
            try {
                if (holds(vkey, signed, told.getBytes(StandardCharsets.UTF_8), 12)) {
                    return true;
                }
            } catch (GeneralSecurityException unreadable) {
                throw new AssertionError(line, unreadable);
            }
        }
        return false;
    }

    /** @param from where the 64 bytes of the signature begin, after the key's id and what else stands before */
    private static boolean holds(String vkey, byte[] signed, byte[] text, int from) throws GeneralSecurityException {
        String[] parts = vkey.strip().split("\\+", 3);
        byte[] key = Base64.getDecoder().decode(parts[2]);
        byte[] name = (parts[0] + "\n").getBytes(StandardCharsets.UTF_8);
        byte[] id = MessageDigest.getInstance("SHA-256")
                .digest(ByteBuffer.allocate(name.length + key.length)
                        .put(name)
                        .put(key)
                        .array());
        byte[] spki =
                ByteBuffer.allocate(SPKI.length + 32).put(SPKI).put(key, 1, 32).array();
        Signature check = Signature.getInstance("Ed25519");
        check.initVerify(KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(spki)));
        check.update(text);
        return Arrays.equals(id, 0, 4, signed, 0, 4) && check.verify(Arrays.copyOfRange(signed, from, signed.length));
    }
}
