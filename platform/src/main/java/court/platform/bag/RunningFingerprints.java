package court.platform.bag;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.CRC32;
import org.bouncycastle.crypto.digests.SM3Digest;

/** Takes all fingerprints of bytes that pass by. */
final class RunningFingerprints {

    private static final HexFormat HEX = HexFormat.of();

    private final MessageDigest sha256 = digest("SHA-256");
    private final MessageDigest sha512 = digest("SHA-512");
    private final SM3Digest sm3 = new SM3Digest();
    private final CRC32 crc32 = new CRC32();
    private long size;

    static Fingerprints of(byte[] bytes) {
        RunningFingerprints running = new RunningFingerprints();
        running.update(bytes, 0, bytes.length);
        return running.finish();
    }

    void update(byte[] bytes, int from, int length) {
        sha256.update(bytes, from, length);
        sha512.update(bytes, from, length);
        sm3.update(bytes, from, length);
        crc32.update(bytes, from, length);
        size += length;
    }

    Fingerprints finish() {
        byte[] last = new byte[sm3.getDigestSize()];
        sm3.doFinal(last, 0);
        return new Fingerprints(
                HEX.formatHex(sha256.digest()),
                HEX.formatHex(sha512.digest()),
                HEX.formatHex(last),
                crc32.getValue(),
                size);
    }

    private static MessageDigest digest(String name) {
        try {
            return MessageDigest.getInstance(name);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has " + name, impossible);
        }
    }
}
