package court.deploy.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/**
 * A signing key (Ed25519) made once for this data folder and kept after that: the private half as PKCS #8 in PEM, the public
 * half beside it, its 32 bytes in base64.
 */
record KeyFile(Path folder, String name) {

    /** What stands before the 32 bytes in SubjectPublicKeyInfo (RFC 8410 §4). */
    private static final int PREFIX = 12;

    private static final Base64.Encoder LINES = Base64.getMimeEncoder(64, new byte[] {'\n'});

    /** The public half, its 32 bytes in base64; the key is made when it is first asked for. */
    String publicKey() {
        synchronized (KeyFile.class) {
            make();
            return Text.read(publicFile()).strip();
        }
    }

    /** Where the private half is. */
    Path file() {
        return folder.resolve(name + ".pem");
    }

    /** The public half as a line for who checks signed notes: name+id+base64(0x01 || key), c2sp.org/signed-note. */
    String verifierKey(String signer) {
        return verifierKey(signer, (byte) 0x01);
    }

    /** The same for who checks cosignatures (c2sp.org/tlog-cosignature). */
    String witnessKey(String signer) {
        return verifierKey(signer, (byte) 0x04);
    }

    private String verifierKey(String signer, byte type) {
        byte[] typed = join(new byte[] {type}, Base64.getDecoder().decode(publicKey()));
        byte[] id = sha256(join((signer + "\n").getBytes(java.nio.charset.StandardCharsets.UTF_8), typed));
        String hex = HexFormat.of().formatHex(id, 0, 4);
        return signer + "+" + hex + "+" + Base64.getEncoder().encodeToString(typed);
    }

    private void make() {
        if (Files.exists(file())) {
            return;
        }
        try {
            Private.folder(folder);
            KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            byte[] encoded = pair.getPublic().getEncoded();
            byte[] raw = Arrays.copyOfRange(encoded, PREFIX, encoded.length);
            // the private half last: when it is there, the public one is too
            Private.write(publicFile(), Base64.getEncoder().encodeToString(raw) + "\n");
            Private.write(file(), pem(pair.getPrivate().getEncoded()));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot keep the key " + file(), e);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java has Ed25519", impossible);
        }
    }

    private Path publicFile() {
        return folder.resolve(name + ".pub");
    }

    private static String pem(byte[] key) {
        return "-----BEGIN PRIVATE KEY-----\n" + LINES.encodeToString(key) + "\n-----END PRIVATE KEY-----\n";
    }

    private static byte[] join(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
