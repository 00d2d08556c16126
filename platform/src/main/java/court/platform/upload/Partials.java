package court.platform.upload;

import static java.nio.charset.StandardCharsets.US_ASCII;

import court.platform.files.FileSteps;
import court.platform.vault.DataKeys;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.UUID;

/**
 * Uploads that are not whole yet, in a folder that several processes share: {@code partial/<case>/<upload>}. Encrypted with
 * a key of their own, sealed by the data key of the case. Blocking.
 */
public final class Partials {

    private static final String FOLDER = "partial";
    private static final int KEY_BYTES = 32;
    private static final int SEALED_KEY = 12 + KEY_BYTES + 16;

    private final Path root;
    private final DataKeys keys;
    private final FileSteps steps;
    private final UploadLocks locks;
    private final SecureRandom random = new SecureRandom();

    public Partials(Path root, DataKeys keys, FileSteps steps) {
        this.root = root;
        this.keys = keys;
        this.steps = steps;
        this.locks = new UploadLocks(steps);
    }

    /** Begins an upload: from here on it is there, with no bytes. */
    public void create(UUID caseId, UUID upload) throws IOException {
        byte[] key = new byte[KEY_BYTES];
        random.nextBytes(key);
        Path folder = steps.createFolders(root.toAbsolutePath(), FOLDER, caseId.toString());
        try (FileChannel file = steps.create(folder.resolve(upload.toString()))) {
            steps.write(file, ByteBuffer.wrap(keys.seal(caseId, caseId.toString(), key, place(upload))));
            steps.force(file);
        }
        steps.forceDirectory(folder);
    }

    /** How many bytes are stored, as the disk says. */
    public long length(UUID caseId, UUID upload) throws IOException {
        try (PartialFile file = open(caseId, upload)) {
            return file.length();
        }
    }

    /** Takes it for writing; refuses while somebody else has it. */
    PartialWriter write(UUID caseId, UUID upload) throws IOException {
        UploadLocks.Held lock = lock(caseId, upload);
        try {
            PartialFile file = open(caseId, upload);
            file.cutTorn();
            return new PartialWriter(file, lock);
        } catch (IOException | RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    PartialFile open(UUID caseId, UUID upload) throws IOException {
        FileChannel file;
        try {
            file = FileChannel.open(path(caseId, upload), StandardOpenOption.READ, StandardOpenOption.WRITE);
        } catch (NoSuchFileException gone) {
            throw UploadRefusal.EXPIRED.because();
        }
        try {
            return new PartialFile(file, steps, key(caseId, upload, file), SEALED_KEY);
        } catch (IOException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    private byte[] key(UUID caseId, UUID upload, FileChannel file) throws IOException {
        if (file.size() < SEALED_KEY) {
            throw new EOFException("ends in the header");
        }
        return keys.open(caseId, caseId.toString(), RecordWalk.bytes(file, 0, SEALED_KEY), place(upload));
    }

    /** Takes an upload away; does nothing when it is not there. Refuses while somebody writes to it. */
    public void remove(UUID caseId, UUID upload) throws IOException {
        steps.createFolders(root.toAbsolutePath(), FOLDER, caseId.toString());
        Path file = path(caseId, upload);
        try (UploadLocks.Held lock = lock(caseId, upload)) {
            steps.delete(file);
            steps.delete(lock.file());
        }
        steps.forceDirectory(file.resolveSibling("."));
    }

    private UploadLocks.Held lock(UUID caseId, UUID upload) throws IOException {
        try {
            return locks.take(path(caseId, upload).resolveSibling(upload + ".lock"));
        } catch (NoSuchFileException gone) {
            throw UploadRefusal.EXPIRED.because();
        }
    }

    private Path path(UUID caseId, UUID upload) {
        return root.toAbsolutePath().resolve(FOLDER).resolve(caseId.toString()).resolve(upload.toString());
    }

    private static byte[] place(UUID upload) {
        return ("upload/" + upload).getBytes(US_ASCII);
    }
}
