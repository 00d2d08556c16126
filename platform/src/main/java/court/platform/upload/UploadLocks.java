package court.platform.upload;

import court.platform.files.FileSteps;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * One writer per upload: in this process by a list, among processes by a lock on a file of its own, which the system gives
 * up when a process dies. The list is asked first, because POSIX gives the lock up when its file is closed anywhere in the
 * process.
 */
final class UploadLocks {

    private final Set<Path> held = ConcurrentHashMap.newKeySet();
    private final FileSteps steps;

    UploadLocks(FileSteps steps) {
        this.steps = steps;
    }

    /** Held until closed. */
    record Held(UploadLocks locks, Path file, FileChannel channel) implements AutoCloseable {

        @Override
        public void close() {
            try {
                channel.close();
            } catch (IOException e) {
                throw new UncheckedIOException("cannot unlock an upload", e);
            } finally {
                locks.held.remove(file);
            }
        }
    }

    /** Refuses when somebody else has it. */
    Held take(Path file) throws IOException {
        if (!held.add(file)) {
            throw UploadRefusal.IN_USE.because();
        }
        try {
            return locked(file);
        } catch (IOException | RuntimeException e) {
            held.remove(file);
            throw e;
        }
    }

    private Held locked(Path file) throws IOException {
        FileChannel channel = steps.resume(file);
        try {
            FileLock lock = channel.tryLock();
            if (lock == null) {
                throw UploadRefusal.IN_USE.because();
            }
            return new Held(this, file, channel);
        } catch (OverlappingFileLockException ours) {
            channel.close();
            throw UploadRefusal.IN_USE.because();
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }
}
