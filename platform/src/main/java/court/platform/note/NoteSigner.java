package court.platform.note;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;

/** Puts the log's signature under a text. */
public final class NoteSigner {

    private final NoteKey key;
    private final PrivateKey secret;

    public NoteSigner(NoteKey key, PrivateKey secret) {
        this.key = key;
        this.secret = secret;
    }

    public NoteKey key() {
        return key;
    }

    NoteSignature sign(String text) {
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(secret);
            signature.update(text.getBytes(StandardCharsets.UTF_8));
            return NoteSignature.of(key, signature.sign());
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("the signing key does not sign", broken);
        }
    }
}
