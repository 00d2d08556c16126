package court.deploy.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.digests.SM3Digest;

/**
 * The least that a document needs: both digests, encryption, and to be on the disk under its name. One force for the
 * file and one for its folder, one more for the folder's own name with the first document of a filing.
 */
final class FloorFiles {

    private static final int SEGMENT = 64 * 1024;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Path root;

    FloorFiles(Path root) throws IOException {
        this.root = Files.createDirectories(root);
    }

    /** @param first nothing of this filing was stored before */
    void store(UUID filing, byte[] bytes, boolean first) throws IOException, GeneralSecurityException {
        Path folder = root.resolve(filing.toString());
        if (first) {
            Files.createDirectory(folder);
            force(root);
        }
        Path draft = folder.resolve("." + UUID.randomUUID());
        String name = digests(bytes);
        try (FileChannel file = FileChannel.open(draft, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            encrypt(bytes, file);
            file.force(true);
        }
        Files.move(draft, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
        force(folder);
    }

    private static String digests(byte[] bytes) throws GeneralSecurityException {
        SM3Digest sm3 = new SM3Digest();
        sm3.update(bytes, 0, bytes.length);
        sm3.doFinal(new byte[sm3.getDigestSize()], 0);
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }

    private static void encrypt(byte[] bytes, FileChannel file) throws IOException, GeneralSecurityException {
        byte[] key = new byte[32];
        RANDOM.nextBytes(key);
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        for (int from = 0; from < bytes.length; from += SEGMENT) {
            byte[] nonce = ByteBuffer.allocate(12).putInt(8, from).array();
            cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
            ByteBuffer segment = ByteBuffer.wrap(cipher.doFinal(bytes, from, Math.min(SEGMENT, bytes.length - from)));
            while (segment.hasRemaining()) {
                file.write(segment);
            }
        }
    }

    private static void force(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
