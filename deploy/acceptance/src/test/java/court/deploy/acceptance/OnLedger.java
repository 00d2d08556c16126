package court.deploy.acceptance;

import static court.deploy.acceptance.Platform.HTTP;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
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

    private static final class Witnessed {

        static final byte[] PAPER = enter();
    }

    private static byte[] enter() {
        byte[] paper = Papers.text("松江区某小区 " + System.nanoTime());
        CourtCase room = CourtCase.open();
        room.send(room.applicant().token(), new Http.Upload("线索.txt", paper, Map.of()))
                .ok();
        await(paper);
        String witness = HTTP.get("", "/api/v1/ledger/keys")
                .ok()
                .body()
                .split("\nwitness ")[1]
                .split("\\+")[0];
        Awaitility.await("cosigned")
                .atMost(CourtCase.SOON)
                .until(() -> proof(paper).contains("\n\u2014 " + witness + " "));
        return paper;
    }

    /** A paper that is under a checkpoint which a witness has seen; one for all who only look. */
    static byte[] witnessed() {
        return Witnessed.PAPER.clone();
    }

    /** What proves it without us. */
    static String proof(byte[] content) {
        return HTTP.get("", "/api/v1/ledger/files/" + sha256(content) + "/proof")
                .ok()
                .body();
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
