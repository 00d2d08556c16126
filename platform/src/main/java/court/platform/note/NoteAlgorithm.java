package court.platform.note;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;

/** How a signature under a note is made (c2sp.org/signed-note, Signature types). */
enum NoteAlgorithm {
    /** Over the text itself. */
    ED25519(new byte[] {0x01}, 32) {
        @Override
        boolean verifies(byte[] key, byte[] text, byte[] signature) {
            return ed25519(key, text, signature);
        }
    },

    /** A witness's, over the text behind the time at which it was made (c2sp.org/tlog-cosignature). */
    COSIGNATURE(new byte[] {0x04}, 32) {
        @Override
        boolean verifies(byte[] key, byte[] text, byte[] signature) {
            return signature.length == TIMED_LENGTH
                    && ByteBuffer.wrap(signature).getLong() >= 0
                    && ed25519(
                            key,
                            timed(time(signature), text),
                            Arrays.copyOfRange(signature, Long.BYTES, signature.length));
        }
    },

    /** One that has no number of its own, so its name follows the number kept for such. */
    SM2("\u00ffSM2-SM3".getBytes(StandardCharsets.ISO_8859_1), Sm2.PUBLIC_LENGTH) {
        @Override
        void require(byte[] key) {
            super.require(key);
            Sm2.point(key);
        }

        @Override
        boolean verifies(byte[] key, byte[] text, byte[] signature) {
            return Sm2.verifies(key, text, signature);
        }
    };

    /** What stands before the 32 bytes in SubjectPublicKeyInfo (RFC 8410 §4). */
    static final byte[] SPKI = HexFormat.of().parseHex("302a300506032b6570032100");

    private static final int TIMED_LENGTH = Long.BYTES + 64;

    private final byte[] mark;
    private final int keyLength;

    NoteAlgorithm(byte[] mark, int keyLength) {
        this.mark = mark;
        this.keyLength = keyLength;
    }

    abstract boolean verifies(byte[] key, byte[] text, byte[] signature);

    /** Rejects what is no public key of this algorithm. */
    void require(byte[] key) {
        if (key.length != keyLength) {
            throw new NoteRejected("not a key of " + name());
        }
    }

    /** What stands before a public key. */
    byte[] mark() {
        return mark.clone();
    }

    /** Which algorithm a key is of that stands behind its mark. */
    static NoteAlgorithm of(byte[] typed) {
        return Arrays.stream(values())
                .filter(it -> typed.length >= it.mark.length
                        && Arrays.equals(it.mark, 0, it.mark.length, typed, 0, it.mark.length))
                .findFirst()
                .orElseThrow(() -> new NoteRejected("a key of a kind nobody knows"));
    }

    /** Seconds since 1970 that a witness's signature begins with. */
    static long time(byte[] signature) {
        return ByteBuffer.wrap(signature).getLong();
    }

    /** What a witness signs at this time. */
    static byte[] timed(long seconds, byte[] text) {
        byte[] head = ("cosignature/v1\ntime " + seconds + "\n").getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(head.length + text.length)
                .put(head)
                .put(text)
                .array();
    }

    private static boolean ed25519(byte[] key, byte[] text, byte[] signature) {
        try {
            byte[] encoded = ByteBuffer.allocate(SPKI.length + key.length)
                    .put(SPKI)
                    .put(key)
                    .array();
            Signature check = Signature.getInstance("Ed25519");
            check.initVerify(KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded)));
            check.update(text);
            return check.verify(signature);
        } catch (GeneralSecurityException malformed) {
            return false; // a signature of wrong length or outside the curve proves nothing
        }
    }
}
