package court.asset.institution;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;

/** Signatures by which court and institutions know each other's words (RFC 8032). */
final class Ed25519 {

    private static final String NAME = "Ed25519";
    // RFC 8410 §4: SubjectPublicKeyInfo of an Ed25519 key up to its 32 bytes
    private static final byte[] BEFORE_KEY = HexFormat.of().parseHex("302a300506032b6570032100");
    private static final int KEY_LENGTH = 32;

    private Ed25519() {}

    static PublicKey publicKey(String base64) {
        byte[] raw = Base64.getDecoder().decode(base64);
        if (raw.length != KEY_LENGTH) {
            throw new IllegalArgumentException("a public key has 32 bytes, not " + raw.length);
        }
        byte[] encoded = new byte[BEFORE_KEY.length + KEY_LENGTH];
        System.arraycopy(BEFORE_KEY, 0, encoded, 0, BEFORE_KEY.length);
        System.arraycopy(raw, 0, encoded, BEFORE_KEY.length, KEY_LENGTH);
        try {
            return KeyFactory.getInstance(NAME).generatePublic(new X509EncodedKeySpec(encoded));
        } catch (GeneralSecurityException unusable) {
            throw new IllegalArgumentException("not a public key", unusable);
        }
    }

    /** Reads a PKCS #8 PEM (RFC 7468 §10). */
    static PrivateKey privateKey(String pem) {
        String base64 = pem.replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s", "");
        try {
            return KeyFactory.getInstance(NAME)
                    .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(base64)));
        } catch (GeneralSecurityException unusable) {
            throw new IllegalArgumentException("not a private key", unusable);
        }
    }

    static String sign(PrivateKey key, byte[] bytes) {
        try {
            Signature signature = Signature.getInstance(NAME);
            signature.initSign(key);
            signature.update(bytes);
            return Base64.getEncoder().encodeToString(signature.sign());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static boolean verifies(PublicKey key, byte[] bytes, String signed) {
        try {
            Signature signature = Signature.getInstance(NAME);
            signature.initVerify(key);
            signature.update(bytes);
            return signature.verify(Base64.getDecoder().decode(signed));
        } catch (GeneralSecurityException | IllegalArgumentException unreadable) {
            return false;
        }
    }
}
