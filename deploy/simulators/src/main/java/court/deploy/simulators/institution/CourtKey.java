package court.deploy.simulators.institution;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Tells whether the court has signed a request (Ed25519, RFC 8032). */
final class CourtKey {

    /** What stands before the 32 bytes in SubjectPublicKeyInfo (RFC 8410 §4). */
    private static final String SPKI = "302a300506032b6570032100";

    private final PublicKey key;

    private CourtKey(PublicKey key) {
        this.key = key;
    }

    /** Reads the key's 32 bytes in base64. */
    static CourtKey parse(String base64) {
        try {
            String raw = HexFormat.of().formatHex(Base64.getDecoder().decode(base64.strip()));
            byte[] encoded = HexFormat.of().parseHex(SPKI + raw);
            return new CourtKey(KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded)));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IllegalStateException("court.simulators.court-key is no Ed25519 key", e);
        }
    }

    boolean signed(byte[] body, @Nullable String base64) {
        try {
            Signature check = Signature.getInstance("Ed25519");
            check.initVerify(key);
            check.update(body);
            return base64 != null && check.verify(Base64.getDecoder().decode(base64));
        } catch (GeneralSecurityException | IllegalArgumentException malformed) {
            return false; // not base64, of wrong length, outside the curve: proves nothing
        }
    }
}
