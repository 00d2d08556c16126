package court.platform.note;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.time.Clock;
import java.util.function.UnaryOperator;

/** Puts a signature under a text. */
public final class NoteSigner {

    private final NoteKey key;
    private final UnaryOperator<byte[]> signing;

    private NoteSigner(NoteKey key, UnaryOperator<byte[]> signing) {
        this.key = key;
        this.signing = signing;
    }

    /** @param secret Ed25519 */
    public NoteSigner(NoteKey key, PrivateKey secret) {
        this(key, text -> ed25519(secret, text));
    }

    /** @param secret 32 bytes, as {@link Sm2#freshSecret} makes them */
    public static NoteSigner sm2(String name, byte[] secret) {
        return new NoteSigner(NoteKey.ofSm2(name, Sm2.publicHalf(secret)), text -> Sm2.sign(secret, text));
    }

    /** A witness, whose signatures say when they were made. */
    public static NoteSigner witness(NoteKey key, PrivateKey secret, Clock clock) {
        return new NoteSigner(key, text -> {
            long now = clock.instant().getEpochSecond();
            byte[] signature = ed25519(secret, NoteAlgorithm.timed(now, text));
            return ByteBuffer.allocate(Long.BYTES + signature.length)
                    .putLong(now)
                    .put(signature)
                    .array();
        });
    }

    public NoteKey key() {
        return key;
    }

    /** The one line that goes under the text. */
    public String line(String text) {
        return sign(text).line();
    }

    NoteSignature sign(String text) {
        return NoteSignature.of(key, signing.apply(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static byte[] ed25519(PrivateKey secret, byte[] text) {
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(secret);
            signature.update(text);
            return signature.sign();
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("the signing key does not sign", broken);
        }
    }
}
