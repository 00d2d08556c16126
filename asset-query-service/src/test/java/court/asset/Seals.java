package court.asset;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The keys of the court and of the played institutions. */
final class Seals {

    private final KeyPair court = pair();
    private final Map<String, KeyPair> institutions = new ConcurrentHashMap<>();

    /** What others check an institution's answers with. */
    String publicKey(String institution) {
        byte[] encoded = pairOf(institution).getPublic().getEncoded();
        return Base64.getEncoder().encodeToString(Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length));
    }

    /** What the court signs its requests with. */
    String courtKey() {
        return "-----BEGIN PRIVATE KEY-----\n"
                + Base64.getMimeEncoder().encodeToString(court.getPrivate().getEncoded())
                + "\n-----END PRIVATE KEY-----\n";
    }

    String sign(String institution, byte[] bytes) {
        return sign(pairOf(institution), bytes);
    }

    String signWithAnotherKey(byte[] bytes) {
        return sign(court, bytes);
    }

    /** Whether the court signed these bytes. */
    boolean verifies(byte[] bytes, String signed) {
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initVerify(court.getPublic());
            signature.update(bytes);
            return signature.verify(Base64.getDecoder().decode(signed));
        } catch (GeneralSecurityException impossible) {
            return false;
        }
    }

    private KeyPair pairOf(String institution) {
        return institutions.computeIfAbsent(institution, it -> pair());
    }

    private static String sign(KeyPair key, byte[] bytes) {
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(key.getPrivate());
            signature.update(bytes);
            return Base64.getEncoder().encodeToString(signature.sign());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static KeyPair pair() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
