package court.deploy.simulators.verification;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;

/** Who may ask the authority: one client, by its credentials (RFC 7617). */
record Caller(String id, String secret) {

    boolean isKnown(String credentials) {
        byte[] expected = ("Basic " + Base64.getEncoder().encodeToString(bytes(id + ":" + secret)))
                .getBytes(StandardCharsets.US_ASCII);
        return MessageDigest.isEqual(expected, bytes(credentials));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "Caller[" + id + "]";
    }
}
