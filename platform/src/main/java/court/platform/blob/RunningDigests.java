package court.platform.blob;

import court.platform.model.Digests;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.bouncycastle.crypto.digests.SM3Digest;

/** Both fingerprints of bytes that pass by. */
public final class RunningDigests {

    private final MessageDigest sha256;
    private final SM3Digest sm3 = new SM3Digest();

    public RunningDigests() {
        try {
            sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    public void update(byte[] bytes, int length) {
        sha256.update(bytes, 0, length);
        sm3.update(bytes, 0, length);
    }

    public Digests finish() {
        byte[] last = new byte[sm3.getDigestSize()];
        sm3.doFinal(last, 0);
        return new Digests(
                HexFormat.of().formatHex(sha256.digest()), HexFormat.of().formatHex(last));
    }
}
