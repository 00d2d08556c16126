package court.deploy.simulators.sms;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The court's key with the provider: HMAC-SHA256 over method, path, time and digest of the body. */
record SmsKey(String id, String secret) {

    /** What a request carries to prove whose it is. */
    record Signature(String keyId, String timestamp, String text) {}

    boolean signed(String method, String path, byte[] body, Signature shown) {
        return shown.keyId().equals(id)
                && MessageDigest.isEqual(
                        bytes(shown.text()),
                        bytes(signature(String.join("\n", method, path, shown.timestamp(), sha256(body)))));
    }

    private String signature(String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(bytes(secret), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(bytes(text)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String sha256(byte[] body) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "SmsKey[" + id + "]";
    }
}
