package court.platform.note;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.util.Arrays;
import java.util.HexFormat;

/** The public half of a signing key with its name: who may check our signatures holds this one line. */
public final class NoteKey {

    private static final HexFormat HEX = HexFormat.of();

    private final String name;
    private final NoteAlgorithm algorithm;
    private final byte[] raw;

    private NoteKey(String name, NoteAlgorithm algorithm, byte[] raw) {
        if (!isName(name)) {
            throw new NoteRejected("not a key name");
        }
        algorithm.require(raw);
        this.name = name;
        this.algorithm = algorithm;
        this.raw = raw;
    }

    /** An Ed25519 key that signs notes. */
    public static NoteKey of(String name, PublicKey key) {
        return ed25519(name, NoteAlgorithm.ED25519, key);
    }

    /** An Ed25519 key that cosigns tree heads (c2sp.org/tlog-cosignature). */
    public static NoteKey ofWitness(String name, PublicKey key) {
        return ed25519(name, NoteAlgorithm.COSIGNATURE, key);
    }

    /** @param point uncompressed, 65 bytes */
    public static NoteKey ofSm2(String name, byte[] point) {
        return new NoteKey(name, NoteAlgorithm.SM2, point.clone());
    }

    /** Reads {@code name+id+base64(mark || key)}, the encoding that golang.org/x/mod/sumdb/note brought up. */
    public static NoteKey parse(String vkey) {
        String[] parts = vkey.split("\\+", 3); // base64 may hold a plus, a name may not
        if (parts.length != 3) {
            throw new NoteRejected("not name+id+key");
        }
        byte[] typed = Base64Text.read(parts[2]);
        NoteAlgorithm algorithm = NoteAlgorithm.of(typed);
        NoteKey key =
                new NoteKey(parts[0], algorithm, Arrays.copyOfRange(typed, algorithm.mark().length, typed.length));
        if (!key.hexId().equals(parts[1])) {
            throw new NoteRejected("id and key do not belong together");
        }
        return key;
    }

    public String name() {
        return name;
    }

    /** SHA-256(name || 0x0A || mark || key), its first four bytes. */
    public byte[] id() {
        return Arrays.copyOf(sha256(join(name.getBytes(StandardCharsets.UTF_8), new byte[] {'\n'}, typed())), 4);
    }

    public String vkey() {
        return name + "+" + hexId() + "+" + Base64Text.write(typed());
    }

    /** {@code ED25519}, {@code COSIGNATURE} or {@code SM2}. */
    public String kind() {
        return algorithm.name();
    }

    /** Whether its signatures say when they were made. */
    public boolean isWitness() {
        return algorithm == NoteAlgorithm.COSIGNATURE;
    }

    boolean verifies(byte[] text, byte[] signature) {
        return algorithm.verifies(raw, text, signature);
    }

    private static NoteKey ed25519(String name, NoteAlgorithm algorithm, PublicKey key) {
        byte[] encoded = key.getEncoded();
        byte[] spki = NoteAlgorithm.SPKI;
        if (encoded.length < spki.length || !Arrays.equals(spki, 0, spki.length, encoded, 0, spki.length)) {
            throw new NoteRejected("not an Ed25519 key");
        }
        return new NoteKey(name, algorithm, Arrays.copyOfRange(encoded, spki.length, encoded.length));
    }

    private String hexId() {
        return HEX.formatHex(id());
    }

    private byte[] typed() {
        return join(algorithm.mark(), raw);
    }

    /** Not empty, no plus, no white space of Unicode. */
    static boolean isName(String name) {
        return !name.isEmpty()
                && name.codePoints().noneMatch(c -> c == '+' || c < ' ' || c == 0x85 || Character.isSpaceChar(c));
    }

    private static byte[] join(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
