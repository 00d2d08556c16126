package court.platform.note;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;

/** The public half of a signing key with its name: who may check our signatures holds this one line. */
public final class NoteKey {

    static final byte ED25519 = 0x01;

    private static final int KEY_LENGTH = 32;
    private static final HexFormat HEX = HexFormat.of();
    /** What stands before the 32 bytes in SubjectPublicKeyInfo (RFC 8410 §4). */
    private static final byte[] SPKI = HEX.parseHex("302a300506032b6570032100");

    private final String name;
    private final byte[] raw;

    private NoteKey(String name, byte[] raw) {
        if (!isName(name)) {
            throw new NoteRejected("not a key name");
        }
        if (raw.length != KEY_LENGTH) {
            throw new NoteRejected("not an Ed25519 key");
        }
        this.name = name;
        this.raw = raw;
    }

    public static NoteKey of(String name, PublicKey key) {
        byte[] encoded = key.getEncoded();
        if (!Arrays.equals(SPKI, 0, SPKI.length, encoded, 0, SPKI.length)) {
            throw new NoteRejected("not an Ed25519 key");
        }
        return new NoteKey(name, Arrays.copyOfRange(encoded, SPKI.length, encoded.length));
    }

    /** Reads {@code name+id+base64(0x01 || key)}, the encoding that golang.org/x/mod/sumdb/note brought up. */
    public static NoteKey parse(String vkey) {
        String[] parts = vkey.split("\\+", 3); // base64 may hold a plus, a name may not
        if (parts.length != 3) {
            throw new NoteRejected("not name+id+key");
        }
        byte[] typed = Base64Text.read(parts[2]);
        if (typed.length == 0 || typed[0] != ED25519) {
            throw new NoteRejected("not an Ed25519 key");
        }
        NoteKey key = new NoteKey(parts[0], Arrays.copyOfRange(typed, 1, typed.length));
        if (!key.hexId().equals(parts[1])) {
            throw new NoteRejected("id and key do not belong together");
        }
        return key;
    }

    public String name() {
        return name;
    }

    /** SHA-256(name || 0x0A || 0x01 || key), its first four bytes. */
    public byte[] id() {
        return Arrays.copyOf(sha256(join(name.getBytes(StandardCharsets.UTF_8), new byte[] {'\n'}, typed())), 4);
    }

    public String vkey() {
        return name + "+" + hexId() + "+" + Base64Text.write(typed());
    }

    boolean verifies(byte[] text, byte[] signature) {
        try {
            Signature check = Signature.getInstance("Ed25519");
            check.initVerify(KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(join(SPKI, raw))));
            check.update(text);
            return check.verify(signature);
        } catch (GeneralSecurityException malformed) {
            return false; // a signature of wrong length or outside the curve proves nothing
        }
    }

    private String hexId() {
        return HEX.formatHex(id());
    }

    private byte[] typed() {
        return join(new byte[] {ED25519}, raw);
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
