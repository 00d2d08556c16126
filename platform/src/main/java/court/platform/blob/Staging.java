package court.platform.blob;

import court.platform.files.FileSteps;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/**
 * Unfinished files of this process, in a folder of its own whose lock it holds while it lives. What a killed process
 * left is cleared at the next start of any; who is alive keeps its files, however old. One per process: POSIX gives a
 * lock up when the process closes the lock file anywhere.
 */
final class Staging implements AutoCloseable {

    private static final String LOCK = "lock";

    private final FileSteps steps;
    private final Path mine;
    private final FileChannel lock;

    private Staging(FileSteps steps, Path mine, FileChannel lock) {
        this.steps = steps;
        this.mine = mine;
        this.lock = lock;
    }

    static Staging in(Path root, FileSteps steps) throws IOException {
        Path folder = steps.createFolders(root.toAbsolutePath(), "staging");
        clear(folder, steps);
        while (true) {
            Path mine = folder.resolve(UUID.randomUUID().toString());
            steps.createFolders(folder, mine.getFileName().toString());
            FileChannel lock = steps.create(mine.resolve(LOCK));
            if (lock.tryLock() != null && Files.exists(mine.resolve(LOCK))) {
                return new Staging(steps, mine, lock);
            }
            lock.close(); // another process cleared it before it was locked
        }
    }

    Path newFile() {
        return mine.resolve(UUID.randomUUID().toString());
    }

    @Override
    public void close() throws IOException {
        lock.close();
        deleteAll(mine, steps);
    }

    private static void clear(Path folder, FileSteps steps) throws IOException {
        try (DirectoryStream<Path> all = Files.newDirectoryStream(folder)) {
            for (Path one : all) {
                clearIfDead(one, steps);
            }
        }
    }

    private static void clearIfDead(Path folder, FileSteps steps) throws IOException {
        try (FileChannel channel = FileChannel.open(folder.resolve(LOCK), StandardOpenOption.WRITE);
                FileLock ours = channel.tryLock()) {
            if (ours != null) {
                deleteAll(folder, steps);
            }
        } catch (NoSuchFileException | OverlappingFileLockException starting) {
            return; // just made, cleared by another, or ours
        }
    }

    private static void deleteAll(Path folder, FileSteps steps) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                steps.delete(file);
            }
            steps.delete(folder);
        } catch (NoSuchFileException | DirectoryNotEmptyException another) {
            return; // another process clears it too
        }
    }
}
