package court.platform.vault;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.google.crypto.tink.subtle.AesGcmJce;
import com.google.crypto.tink.subtle.Hkdf;
import com.google.crypto.tink.subtle.PrfHmacJce;
import court.platform.files.DurableFiles;
import court.platform.files.DurableFolders;
import court.platform.files.FileSteps;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import javax.crypto.spec.SecretKeySpec;

/**
 * One key per case and owner (a person, an organisation, or a file by its digest), so that what concerns one of them in
 * one case can be lawfully deleted by destroying one key, while digests over the ciphertext stay valid.
 *
 * <p>A key is a file {@code case/<case>/<owner>} below the key folder, shared by all services. Destroying puts a
 * tombstone under the same name in one step, so no key is ever made again for that owner. Blocking: on a cache miss it
 * reads a file, on a first seal it writes one.
 */
public final class DataKeys {

    static final String FOLDER = "case";
    /** Another process sees a destruction after this long at the latest. */
    static final Duration REMEMBERED = Duration.ofSeconds(3);

    private static final byte[] TOMBSTONE = "destroyed".getBytes(US_ASCII);
    private static final int LONGEST_OWNER = 64;
    private static final int KEY_BYTES = 32;
    private static final String MAC = "HMACSHA256";

    private final KeyPort master;
    private final Path folder;
    private final FileSteps steps;
    private final DurableFolders folders;
    private final KeyCache cache;
    private final SecureRandom random = new SecureRandom();

    public DataKeys(KeyPort master, Path folder, FileSteps steps) {
        this(master, folder, steps, new KeyCache(1_000, REMEMBERED, System::nanoTime));
    }

    DataKeys(KeyPort master, Path folder, FileSteps steps, KeyCache cache) {
        if (!master.suite().equals("AES1")) {
            throw new IllegalArgumentException("data keys are AES keys, not " + master.suite());
        }
        this.master = master;
        this.folder = folder;
        this.steps = steps;
        this.folders = new DurableFolders(steps, folder);
        this.cache = cache;
    }

    /** Refuses an owner that could not be a file name. */
    public static String requireOwner(String owner) {
        boolean fits = !owner.isEmpty() && owner.length() <= LONGEST_OWNER;
        for (int i = 0; fits && i < owner.length(); i++) {
            fits = isOfOwners(owner.charAt(i));
        }
        if (!fits) {
            throw new IllegalArgumentException("not an owner of a key");
        }
        return owner;
    }

    private static boolean isOfOwners(char sign) {
        return (sign >= 'a' && sign <= 'z')
                || (sign >= '0' && sign <= '9')
                || sign == '-'
                || (sign >= 'A' && sign <= 'Z');
    }

    /** Leads each ciphertext where it is stored. */
    public String suite() {
        return master.suite();
    }

    /**
     * Encrypts, with a key made now if the owner has none yet.
     *
     * @param place what the value belongs to; it opens nowhere else
     * @throws KeyDestroyed when the owner's key was destroyed
     */
    public byte[] seal(UUID caseId, String owner, byte[] plain, byte[] place) {
        byte[] key = findDurable(caseId, owner).orElseGet(() -> create(caseId, owner));
        try {
            return new AesGcmJce(key).encrypt(plain, place);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot seal", e);
        }
    }

    /**
     * Decrypts what was sealed for this owner and place.
     *
     * @throws KeyDestroyed when the owner's key was destroyed
     * @throws SealBroken when the value was changed, belongs elsewhere, or the key is lost
     */
    public byte[] open(UUID caseId, String owner, byte[] sealed, byte[] place) {
        byte[] key = required(caseId, owner);
        try {
            return new AesGcmJce(key).decrypt(sealed, place);
        } catch (GeneralSecurityException e) {
            throw new SealBroken("changed or in the wrong place: case " + caseId + ", owner " + owner, e);
        }
    }

    /**
     * Makes fingerprints of 32 bytes: of the same text the same, told apart from chance by nobody without the owner's key, and made by
     * nobody once it is destroyed. Only for an owner for whom something was sealed.
     *
     * @param purpose different purposes give unrelated fingerprints (RFC 5869 §3.2)
     * @throws KeyDestroyed when the owner's key was destroyed
     */
    public UnaryOperator<byte[]> fingerprints(UUID caseId, String owner, String purpose) {
        byte[] key = required(caseId, owner);
        try {
            byte[] derived = Hkdf.computeHkdf(MAC, key, new byte[0], purpose.getBytes(US_ASCII), KEY_BYTES);
            PrfHmacJce mac = new PrfHmacJce(MAC, new SecretKeySpec(derived, "HMAC"));
            return text -> fingerprint(mac, text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot derive a key", e);
        }
    }

    private static byte[] fingerprint(PrfHmacJce mac, byte[] text) {
        try {
            return mac.compute(text, mac.getMaxOutputLength());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot compute a fingerprint", e);
        }
    }

    private byte[] required(UUID caseId, String owner) {
        return find(caseId, owner)
                .orElseThrow(() -> new SealBroken("no key: case " + caseId + ", owner " + owner, null));
    }

    /** Lawful deletion: what was sealed for this owner in this case can never be read again. */
    public void destroy(UUID caseId, String owner) {
        try {
            Path file = steps.createFolders(folder, FOLDER, caseId.toString()).resolve(requireOwner(owner));
            new DurableFiles(steps).replace(file, TOMBSTONE);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot destroy a key of case " + caseId, e);
        }
        cache.forget(name(caseId, owner));
    }

    public boolean isDestroyed(UUID caseId, String owner) {
        try {
            find(caseId, owner);
            return false;
        } catch (KeyDestroyed destroyed) {
            return true;
        }
    }

    /** Nothing may be sealed with a key that a power cut could still take. */
    private Optional<byte[]> findDurable(UUID caseId, String owner) {
        boolean known = cache.find(name(caseId, requireOwner(owner))).isPresent();
        Optional<byte[]> key = find(caseId, owner);
        if (!known && key.isPresent()) {
            try {
                steps.forceDirectory(folder.resolve(FOLDER).resolve(caseId.toString()));
            } catch (IOException e) {
                throw new UncheckedIOException("cannot sync the keys of case " + caseId, e);
            }
        }
        return key;
    }

    private Optional<byte[]> find(UUID caseId, String owner) {
        String name = name(caseId, requireOwner(owner));
        Optional<byte[]> known = cache.find(name);
        if (known.isPresent()) {
            return known;
        }
        long asked = cache.now();
        Optional<byte[]> key = stored(caseId, owner);
        key.ifPresent(it -> cache.remember(name, it, asked));
        return key;
    }

    private Optional<byte[]> stored(UUID caseId, String owner) {
        byte[] content;
        try {
            content = Files.readAllBytes(
                    folder.resolve(FOLDER).resolve(caseId.toString()).resolve(owner));
        } catch (NoSuchFileException none) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read a key of case " + caseId, e);
        }
        if (Arrays.equals(content, TOMBSTONE)) {
            throw new KeyDestroyed(caseId, owner);
        }
        return Optional.of(master.unwrap(content, context(caseId, owner)));
    }

    private byte[] create(UUID caseId, String owner) {
        byte[] key = new byte[KEY_BYTES];
        random.nextBytes(key);
        long asked = cache.now();
        try {
            Path file = folders.folder(FOLDER, caseId.toString()).resolve(owner);
            if (new DurableFiles(steps).createOnce(file, master.wrap(key, context(caseId, owner)))) {
                cache.remember(name(caseId, owner), key, asked);
                return key;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make a key for case " + caseId, e);
        }
        // another process was first, and its key counts
        return find(caseId, owner).orElseThrow(() -> new SealBroken("key vanished: case " + caseId, null));
    }

    private static byte[] context(UUID caseId, String owner) {
        return ("data key\n" + name(caseId, owner)).getBytes(US_ASCII);
    }

    private static String name(UUID caseId, String owner) {
        return caseId + "/" + owner;
    }
}
