package court.platform.vault;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.Mac;
import com.google.crypto.tink.Parameters;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.mac.HmacParameters;
import com.google.crypto.tink.mac.MacConfig;
import court.platform.files.DurableFiles;
import court.platform.files.FileSteps;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;

/**
 * Master keys in one file of a folder, for a single machine. Whoever can read the folder can read everything; production
 * puts an HSM or a key management service in its place. Both keysets are in one file: losing half of it must not look
 * like a fresh start.
 */
public final class LocalKeyPort implements KeyPort {

    static final String FILE = "master";

    private final Aead aead;
    private final Mac mac;

    public LocalKeyPort(Path folder, FileSteps steps) {
        try {
            AeadConfig.register();
            MacConfig.register();
            List<String> keysets = Files.readAllLines(existingOrNew(folder, steps), US_ASCII);
            aead = keyset(keysets.get(0)).getPrimitive(RegistryConfiguration.get(), Aead.class);
            mac = keyset(keysets.get(1)).getPrimitive(RegistryConfiguration.get(), Mac.class);
        } catch (IOException e) {
            throw new UncheckedIOException("master keys in " + folder, e);
        } catch (GeneralSecurityException | IndexOutOfBoundsException | IllegalArgumentException e) {
            throw new SealBroken("the master keys in " + folder + " cannot be read", e);
        }
    }

    private static Path existingOrNew(Path folder, FileSteps steps) throws IOException, GeneralSecurityException {
        Path file = folder.resolve(FILE);
        // looked at first: data keys are made only after a master exists
        boolean inUse = Files.exists(folder.resolve(DataKeys.FOLDER));
        if (Files.exists(file)) {
            steps.forceDirectory(folder); // another process may have named it just now
            return file;
        }
        if (inUse) {
            throw new SealBroken("data keys are in " + folder + " but the master keys are gone: restore them", null);
        }
        steps.createFolders(folder);
        new DurableFiles(steps).createOnce(file, freshKeysets());
        return file;
    }

    private static byte[] freshKeysets() throws GeneralSecurityException {
        HmacParameters hmac = HmacParameters.builder()
                .setKeySizeBytes(32)
                .setTagSizeBytes(32)
                .setHashType(HmacParameters.HashType.SHA256)
                .setVariant(HmacParameters.Variant.NO_PREFIX)
                .build();
        return (line(PredefinedAeadParameters.AES256_GCM) + line(hmac)).getBytes(US_ASCII);
    }

    private static String line(Parameters parameters) throws GeneralSecurityException {
        byte[] keyset = TinkProtoKeysetFormat.serializeKeyset(
                KeysetHandle.generateNew(parameters, RegistryConfiguration.get()),
                InsecureSecretKeyAccess.get(),
                RegistryConfiguration.get());
        return Base64.getEncoder().encodeToString(keyset) + "\n";
    }

    private static KeysetHandle keyset(String line) throws GeneralSecurityException {
        return TinkProtoKeysetFormat.parseKeyset(
                Base64.getDecoder().decode(line), InsecureSecretKeyAccess.get(), RegistryConfiguration.get());
    }

    @Override
    public String suite() {
        return "AES1";
    }

    @Override
    public byte[] wrap(byte[] dataKey, byte[] context) {
        try {
            byte[] wrapped = aead.encrypt(dataKey, context);
            return ByteBuffer.allocate(prefix().length + wrapped.length)
                    .put(prefix())
                    .put(wrapped)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot wrap", e);
        }
    }

    @Override
    public byte[] unwrap(byte[] wrapped, byte[] context) {
        ByteBuffer left = ByteBuffer.wrap(wrapped);
        byte[] prefix = prefix();
        if (left.remaining() < prefix.length || !left.slice(0, prefix.length).equals(ByteBuffer.wrap(prefix))) {
            throw new SealBroken("not wrapped by suite " + suite(), null);
        }
        byte[] ciphertext = new byte[wrapped.length - prefix.length];
        left.get(prefix.length, ciphertext);
        try {
            return aead.decrypt(ciphertext, context);
        } catch (GeneralSecurityException e) {
            throw new SealBroken("the wrapped key was changed or belongs elsewhere", e);
        }
    }

    @Override
    public byte[] mac(String purpose, byte[] text) {
        byte[] label = purpose.getBytes(UTF_8);
        // the length first, so that no purpose and text run together like another pair
        byte[] input = ByteBuffer.allocate(Integer.BYTES + label.length + text.length)
                .putInt(label.length)
                .put(label)
                .put(text)
                .array();
        try {
            return mac.computeMac(input);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot compute a fingerprint", e);
        }
    }

    private byte[] prefix() {
        return (suite() + ".").getBytes(US_ASCII);
    }
}
