package court.deploy.acceptance;

import static court.deploy.acceptance.Platform.HTTP;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import org.awaitility.Awaitility;

/** Waits until a file has its leaf: facts travel for a moment. */
final class OnLedger {

    private OnLedger() {}

    static void await(byte[] content) {
        String path = "/api/v1/ledger/files/" + sha256(content);
        Awaitility.await(path)
                .atMost(CourtCase.SOON)
                .pollInterval(Duration.ofMillis(100))
                .until(() -> HTTP.get("", path).isOk());
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
