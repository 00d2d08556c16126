package court.platform.signing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.PublicKey;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;

/** An Ed25519 key in a PEM file. The public half is computed, so that only one file has to be kept. */
public final class PemKey {

    /** What stands before the 32 bytes in SubjectPublicKeyInfo (RFC 8410 §4). */
    private static final byte[] SPKI = HexFormat.of().parseHex("302a300506032b6570032100");

    private PemKey() {}

    /** Reads PKCS #8 in PEM. */
    public static KeyPair read(Path file) throws IOException {
        try {
            String base64 = Files.readString(file)
                    .replaceAll("-----(BEGIN|END) PRIVATE KEY-----", "")
                    .replaceAll("\\s", "");
            var secret = (EdECPrivateKey) KeyFactory.getInstance("Ed25519")
                    .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(base64)));
            return new KeyPair(publicHalf(secret), secret);
        } catch (GeneralSecurityException | IllegalArgumentException | ClassCastException unreadable) {
            throw new IOException(file + " holds no Ed25519 key (PKCS #8 in PEM)", unreadable);
        }
    }

    private static PublicKey publicHalf(EdECPrivateKey secret) throws GeneralSecurityException {
        byte[] seed = secret.getBytes().orElseThrow(() -> new GeneralSecurityException("the key hides its bytes"));
        ByteArrayOutputStream encoded = new ByteArrayOutputStream();
        encoded.writeBytes(SPKI);
        encoded.writeBytes(
                new Ed25519PrivateKeyParameters(seed).generatePublicKey().getEncoded());
        return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded.toByteArray()));
    }
}
