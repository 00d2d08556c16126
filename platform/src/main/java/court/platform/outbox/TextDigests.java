package court.platform.outbox;

import court.platform.model.Digests;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.bouncycastle.crypto.digests.SM3Digest;

/** The two digests of a text's UTF-8 bytes. */
public final class TextDigests {

    private TextDigests() {}

    public static Digests of(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    public static Digests of(byte[] bytes) {
        SM3Digest sm3 = new SM3Digest();
        sm3.update(bytes, 0, bytes.length);
        byte[] out = new byte[sm3.getDigestSize()];
        sm3.doFinal(out, 0);
        return new Digests(
                HexFormat.of().formatHex(sha256(bytes)), HexFormat.of().formatHex(out));
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
