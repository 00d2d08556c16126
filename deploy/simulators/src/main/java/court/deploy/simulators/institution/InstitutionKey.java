package court.deploy.simulators.institution;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;

/** With it an institution signs what it answers (Ed25519, RFC 8032). */
final class InstitutionKey {

    private final PrivateKey key;

    private InstitutionKey(PrivateKey key) {
        this.key = key;
    }

    /** Reads PKCS #8 in PEM (RFC 7468 §10). */
    static InstitutionKey read(Path file) {
        try {
            String pem = Files.readString(file).replaceAll("-----[A-Z ]+-----|\\s", "");
            byte[] encoded = Base64.getDecoder().decode(pem);
            return new InstitutionKey(
                    KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(encoded)));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the key " + file, e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(file + " holds no Ed25519 key", e);
        }
    }

    /** The signature over exactly these bytes, in base64. */
    String sign(byte[] body) {
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(key);
            signature.update(body);
            return Base64.getEncoder().encodeToString(signature.sign());
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("the signing key does not sign", broken);
        }
    }
}
