package court.platform.blob;

import court.platform.files.DurableFolders;
import court.platform.files.FileSteps;
import court.platform.model.Digests;
import court.platform.vault.KeyDestroyed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;

/**
 * A file on its way into the folder. Order: digests → encrypt → write, force, rename, force the folder.
 *
 * <pre>
 * WRITING ─finish→ FINISHED ─keep→ KEPT
 *    └──────────────┴─discard→ DISCARDED
 * </pre>
 */
final class DiskDraft implements BlobDraft {

    private enum State {
        WRITING,
        FINISHED,
        KEPT,
        DISCARDED
    }

    /** What a draft needs to know of the store it belongs to. */
    record Home(DurableFolders folders, Staging staging, FileSteps steps, BlobFormat format) {}

    private static final SecureRandom RANDOM = new SecureRandom();

    private final Home home;
    private final UUID caseId;
    private final long limit;
    private final Path temporary;
    private final byte[] key = new byte[BlobFormat.KEY_BYTES];
    private final byte[] copy = new byte[8 * 1024];
    private final RunningDigests digests = new RunningDigests();
    private State state = State.WRITING;
    private long size;
    private @Nullable FileChannel file;
    private @Nullable WritableByteChannel encrypting;
    private @Nullable Digests found;

    DiskDraft(Home home, UUID caseId, long limit) {
        this.home = home;
        this.caseId = caseId;
        this.limit = limit;
        this.temporary = home.staging.newFile();
        RANDOM.nextBytes(key);
    }

    @Override
    public synchronized void write(DataBuffer bytes) {
        if (state == State.DISCARDED) {
            return;
        }
        require(State.WRITING);
        try {
            if (size + bytes.readableByteCount() > limit) {
                throw BlobRefusal.TOO_LARGE.because(limit / (1024 * 1024));
            }
            while (bytes.readableByteCount() > 0) {
                int some = Math.min(copy.length, bytes.readableByteCount());
                bytes.read(copy, 0, some);
                take(some);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write a file of case " + caseId, e);
        }
    }

    private void take(int length) throws IOException {
        digests.update(copy, length);
        size += length;
        WritableByteChannel to = encrypting == null ? begin() : encrypting;
        ByteBuffer rest = ByteBuffer.wrap(copy, 0, length);
        while (rest.hasRemaining()) {
            to.write(rest);
        }
    }

    private WritableByteChannel begin() throws IOException {
        FileChannel begun = home.steps.create(temporary);
        file = begun;
        begun.position(home.format.headerLength());
        WritableByteChannel made = home.format.encrypting(key, new Through(home.steps, begun));
        encrypting = made;
        return made;
    }

    @Override
    public synchronized StoredBlob finish() {
        require(State.WRITING);
        if (encrypting == null) {
            throw BlobRefusal.EMPTY_FILE.because();
        }
        try {
            encrypting.close();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot finish a file of case " + caseId, e);
        }
        Digests made = digests.finish();
        found = made;
        state = State.FINISHED;
        return new StoredBlob(made, size);
    }

    @Override
    public synchronized SeekableByteChannel open() throws IOException {
        require(State.FINISHED);
        FileChannel again = FileChannel.open(temporary, StandardOpenOption.READ);
        try {
            return home.format.decrypting(key, again);
        } catch (IOException | RuntimeException e) {
            again.close();
            throw e;
        }
    }

    /** Also over a file that is there: it may be damaged, and ours is good. */
    @Override
    public synchronized void keep() {
        require(State.FINISHED);
        if (file == null || found == null) {
            throw new IllegalStateException("nothing to keep");
        }
        try (FileChannel written = file) {
            written.position(0);
            home.steps.write(written, home.format.header(caseId, found.sha256(), key));
            home.steps.force(written);
            Path folder = home.folders.folder("case", caseId.toString());
            home.steps.rename(temporary, folder.resolve(found.sha256()));
            state = State.KEPT;
            home.steps.forceDirectory(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot keep a file of case " + caseId, e);
        } catch (KeyDestroyed destroyed) {
            throw BlobRefusal.LAWFULLY_DELETED.because();
        }
    }

    @Override
    public synchronized void discard() {
        if (state == State.KEPT) {
            return;
        }
        state = State.DISCARDED;
        try {
            if (file != null) {
                file.close();
            }
            home.steps.delete(temporary);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot discard a file of case " + caseId, e);
        }
    }

    private void require(State expected) {
        if (state != expected) {
            throw new IllegalStateException("draft is " + state + ", not " + expected);
        }
    }

    /** Writes through the steps and leaves the file open: the header is still to come. */
    private record Through(FileSteps steps, FileChannel file) implements WritableByteChannel {

        @Override
        public int write(ByteBuffer bytes) throws IOException {
            int length = bytes.remaining();
            steps.write(file, bytes);
            return length;
        }

        @Override
        public boolean isOpen() {
            return file.isOpen();
        }

        @Override
        public void close() {}
    }
}
