package court.deploy.agent;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.bouncycastle.crypto.digests.SM3Digest;

/**
 * Size and both digests of a file.
 *
 * @param size in bytes
 * @param sha256 lower-case hex, like the other
 * @param sm3 GB/T 32905
 */
record Fingerprint(long size, String sha256, String sm3) {

    private static final int PART = 64 * 1024;

    static Fingerprint of(Path file) throws IOException {
        Running running = new Running();
        try (InputStream bytes = Files.newInputStream(file)) {
            byte[] part = new byte[PART];
            for (int some = bytes.read(part); some >= 0; some = bytes.read(part)) {
                running.add(part, some);
            }
        }
        return running.done();
    }

    static Fingerprint of(byte[] bytes) {
        Running running = new Running();
        running.add(bytes, bytes.length);
        return running.done();
    }

    private static final class Running {

        private final MessageDigest sha256;
        private final SM3Digest sm3 = new SM3Digest();
        private long size;

        Running() {
            try {
                sha256 = MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException impossible) {
                throw new IllegalStateException("every Java has SHA-256", impossible);
            }
        }

        void add(byte[] part, int some) {
            sha256.update(part, 0, some);
            sm3.update(part, 0, some);
            size += some;
        }

        Fingerprint done() {
            byte[] last = new byte[sm3.getDigestSize()];
            sm3.doFinal(last, 0);
            HexFormat hex = HexFormat.of();
            return new Fingerprint(size, hex.formatHex(sha256.digest()), hex.formatHex(last));
        }
    }
}
