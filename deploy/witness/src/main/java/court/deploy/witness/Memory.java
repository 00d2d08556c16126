package court.deploy.witness;

import court.platform.files.DurableFiles;
import court.platform.files.FileSteps;
import court.platform.merkle.TreeHead;
import court.platform.note.Checkpoint;
import court.platform.note.NoteKey;
import court.platform.note.NoteRejected;
import court.platform.note.SignedNote;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * What the witness saw last of each log: one file with the checkpoint under the witness's own signature, so that a file
 * somebody changed is not believed. Whoever holds the folder holds its lock: two witnesses with one memory would each forget
 * what the other saw.
 */
final class Memory implements AutoCloseable {

    private final Path folder;
    private final DurableFiles files;
    private final NoteKey own;
    private final FileChannel lock;

    private Memory(Path folder, DurableFiles files, NoteKey own, FileChannel lock) {
        this.folder = folder;
        this.files = files;
        this.own = own;
        this.lock = lock;
    }

    static Memory open(Path folder, FileSteps steps, NoteKey own) throws IOException {
        steps.createFolders(folder.toAbsolutePath());
        FileChannel lock = steps.resume(folder.resolve("lock"));
        try {
            FileLock held = lock.tryLock();
            if (held == null) {
                throw new IOException(folder + " belongs to another witness that is running");
            }
        } catch (OverlappingFileLockException ours) {
            lock.close();
            throw new IOException(folder + " belongs to another witness that is running", ours);
        } catch (IOException e) {
            lock.close();
            throw e;
        }
        return new Memory(folder, new DurableFiles(steps), own, lock);
    }

    /**
     * The tree it saw last; the empty one when it never saw any.
     *
     * @throws IOException also when what is there is not what it wrote: it must not be taken for nothing
     */
    TreeHead last(String origin) throws IOException {
        Path file = file(origin);
        if (!Files.exists(file)) {
            return TreeHead.EMPTY;
        }
        try {
            Checkpoint seen =
                    Checkpoint.parse(SignedNote.parse(Files.readAllBytes(file)).open(List.of(own)));
            if (!seen.origin().equals(origin)) {
                throw new NoteRejected("of another log");
            }
            return seen.head();
        } catch (NoteRejected changed) {
            throw new IOException(file + " is not what this witness wrote: " + changed.getMessage(), changed);
        }
    }

    /** Durable when this returns. */
    void remember(String origin, String cosigned) throws IOException {
        files.replace(file(origin), cosigned.getBytes(StandardCharsets.UTF_8));
    }

    /** Adds to what is on record of a log, once; durable when this returns. */
    void note(String origin, String text) throws IOException {
        Path file = file(origin, ".restorations");
        String before = noted(origin);
        if (!before.contains(text)) {
            files.replace(file, (before + text + "\n").getBytes(StandardCharsets.UTF_8));
        }
    }

    /** What is on record of a log. */
    String noted(String origin) throws IOException {
        Path file = file(origin, ".restorations");
        return Files.exists(file) ? Files.readString(file) : "";
    }

    private Path file(String origin) {
        return file(origin, ".checkpoint");
    }

    private Path file(String origin, String ending) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(origin.getBytes(StandardCharsets.UTF_8));
            return folder.resolve(HexFormat.of().formatHex(digest) + ending);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }
}
