package court.platform.merkle;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/**
 * The fingerprint of a leaf or of a subtree.
 *
 * <p>One that came from outside may have any length; only 32 bytes pass as part of a proof.
 */
public final class Hash {

    /** The root of a tree without leaves: SHA-256 of nothing (RFC 9162 §2.1.1). */
    public static final Hash EMPTY_TREE = digest(new byte[0]);

    private static final int LENGTH = 32;
    private static final byte[] LEAF = {0x00};
    private static final byte[] NODE = {0x01};

    private final byte[] bytes;

    private Hash(byte[] bytes) {
        this.bytes = bytes;
    }

    public static Hash of(byte[] bytes) {
        return new Hash(bytes.clone());
    }

    public static Hash ofBase64(String text) {
        return new Hash(Base64.getDecoder().decode(text.getBytes(StandardCharsets.US_ASCII)));
    }

    /** The leaf hash: SHA-256 over 0x00 and the leaf's bytes. */
    public static Hash ofLeaf(byte[] leaf) {
        return digest(LEAF, leaf);
    }

    /** The node over two subtrees: SHA-256 over 0x01, left, right. */
    public static Hash join(Hash left, Hash right) {
        return digest(NODE, left.bytes, right.bytes);
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    public String base64() {
        return Base64.getEncoder().encodeToString(bytes);
    }

    /** Whether it can be part of a proof; another length would let two proofs mean the same bytes. */
    public boolean isWhole() {
        return bytes.length == LENGTH;
    }

    private static Hash digest(byte[]... parts) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            for (byte[] part : parts) {
                sha256.update(part);
            }
            return new Hash(sha256.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Hash that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return HexFormat.of().formatHex(bytes);
    }
}
