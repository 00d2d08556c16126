package court.platform.blob;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.google.crypto.tink.subtle.AesGcmHkdfStreaming;
import court.platform.vault.DataKeys;
import court.platform.vault.SealBroken;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.UUID;

/**
 * The layout of a stored file: suite ({@code AES1.}), the file's own random key sealed by the data key of (case,
 * sha256), then the bytes in encrypted segments of 64 KiB that can be read from anywhere. The file's own key is needed
 * because bytes are encrypted while they come in, when their digest is not known yet.
 */
final class BlobFormat {

    static final int KEY_BYTES = 32;
    static final int SEGMENT = 64 * 1024;

    private static final byte[] PLACE = "blob".getBytes(US_ASCII);
    /** AES-GCM adds a nonce of 12 bytes and a tag of 16. */
    private static final int SEALED_KEY = 12 + KEY_BYTES + 16;

    private final DataKeys keys;
    private final byte[] suite;

    BlobFormat(DataKeys keys) {
        this.keys = keys;
        this.suite = (keys.suite() + ".").getBytes(US_ASCII);
    }

    int headerLength() {
        return suite.length + SEALED_KEY;
    }

    ByteBuffer header(UUID caseId, String sha256, byte[] key) {
        return ByteBuffer.allocate(headerLength())
                .put(suite)
                .put(keys.seal(caseId, sha256, key, PLACE))
                .flip();
    }

    WritableByteChannel encrypting(byte[] key, WritableByteChannel file) throws IOException {
        try {
            return streaming(key).newEncryptingChannel(file, suite);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot encrypt a file", e);
        }
    }

    SeekableByteChannel decrypting(byte[] key, FileChannel file) throws IOException {
        try {
            return streaming(key).newSeekableDecryptingChannel(file, suite);
        } catch (GeneralSecurityException e) {
            throw new IOException("not an encrypted file", e);
        }
    }

    /** The plain bytes of a stored file. */
    SeekableByteChannel decrypting(UUID caseId, String sha256, FileChannel file) throws IOException {
        ByteBuffer header = ByteBuffer.allocate(headerLength());
        while (header.hasRemaining()) {
            if (file.read(header) < 0) {
                throw new EOFException("ends in the header");
            }
        }
        if (!Arrays.equals(header.array(), 0, suite.length, suite, 0, suite.length)) {
            throw new SealBroken("unknown suite", null);
        }
        byte[] sealedKey = Arrays.copyOfRange(header.array(), suite.length, header.capacity());
        return decrypting(keys.open(caseId, sha256, sealedKey, PLACE), file);
    }

    private AesGcmHkdfStreaming streaming(byte[] key) throws GeneralSecurityException {
        return new AesGcmHkdfStreaming(key, "HmacSha256", KEY_BYTES, SEGMENT, headerLength());
    }
}
