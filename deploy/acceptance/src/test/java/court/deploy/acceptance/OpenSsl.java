package court.deploy.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/** Checks signatures with OpenSSL, which nobody here wrote. */
final class OpenSsl {

    /** What stands before a key in SubjectPublicKeyInfo: 32 bytes of Ed25519 (RFC 8410 §4), 65 of SM2 (GM/T 0009). */
    private static final byte[] ED25519 = HexFormat.of().parseHex("302a300506032b6570032100");

    private static final byte[] SM2 = HexFormat.of().parseHex("3059301306072a8648ce3d020106082a811ccf5501822d034200");

    private final Path folder;

    /** @param folder for what it reads */
    OpenSsl(Path folder) {
        this.folder = folder;
    }

    boolean ed25519(byte[] key, byte[] text, byte[] signature) {
        return verifies(join(ED25519, key), text, signature, List.of());
    }

    /** @param signature r and s, 32 bytes each */
    boolean sm2(byte[] key, byte[] text, byte[] signature) {
        return verifies(
                join(SM2, key), text, der(signature), List.of("-digest", "sm3", "-pkeyopt", "distid:1234567812345678"));
    }

    private boolean verifies(byte[] key, byte[] text, byte[] signature, List<String> more) {
        try {
            Path pem = folder.resolve("key.pem");
            Files.writeString(
                    pem,
                    "-----BEGIN PUBLIC KEY-----\n"
                            + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key)
                            + "\n-----END PUBLIC KEY-----\n");
            Path signed = Files.write(folder.resolve("text"), text);
            Path by = Files.write(folder.resolve("signature"), signature);
            List<String> command = new ArrayList<>(List.of(
                    OutsideTool.find("openssl").toString(),
                    "pkeyutl",
                    "-verify",
                    "-pubin",
                    "-rawin",
                    "-inkey",
                    pem.toString(),
                    "-in",
                    signed.toString(),
                    "-sigfile",
                    by.toString()));
            command.addAll(more);
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            boolean verified = said.contains("Signature Verified Successfully");
            if (!verified && !said.contains("Signature Verification Failure")) {
                throw new AssertionError(String.join(" ", command) + " said: " + said);
            }
            return process.waitFor() == 0 && verified;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException stop) {
            throw new IllegalStateException(stop);
        }
    }

    /** r and s as a sequence of two numbers, the only form that OpenSSL takes. */
    private static byte[] der(byte[] signature) {
        byte[] r = number(Arrays.copyOf(signature, 32));
        byte[] s = number(Arrays.copyOfRange(signature, 32, 64));
        return join(new byte[] {0x30, (byte) (r.length + s.length)}, join(r, s));
    }

    private static byte[] number(byte[] bytes) {
        byte[] shortest = new BigInteger(1, bytes).toByteArray();
        return join(new byte[] {0x02, (byte) shortest.length}, shortest);
    }

    private static byte[] join(byte[] first, byte[] second) {
        return ByteBuffer.allocate(first.length + second.length)
                .put(first)
                .put(second)
                .array();
    }
}
