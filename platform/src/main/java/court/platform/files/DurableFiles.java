package court.platform.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.util.UUID;

/** Small files that are wholly there or not at all, also after a power cut: write, force, name, force the folder. */
public final class DurableFiles {

    private final FileSteps steps;

    public DurableFiles(FileSteps steps) {
        this.steps = steps;
    }

    /** Writes the file unless it exists; false when another writer was first. Either way the name is durable. */
    public boolean createOnce(Path target, byte[] content) throws IOException {
        Path temporary = written(target, content);
        try {
            steps.link(temporary, target);
            return true;
        } catch (FileAlreadyExistsException another) {
            return false;
        } finally {
            steps.delete(temporary);
            // the first writer may not have come this far; who goes on must be sure of the name
            steps.forceDirectory(folderOf(target));
        }
    }

    /** Writes the file over whatever has its name. */
    public void replace(Path target, byte[] content) throws IOException {
        Path temporary = written(target, content);
        try {
            steps.rename(temporary, target);
        } finally {
            steps.delete(temporary);
        }
        steps.forceDirectory(folderOf(target));
    }

    private Path written(Path target, byte[] content) throws IOException {
        Path temporary = folderOf(target).resolve("." + UUID.randomUUID() + ".tmp");
        try (FileChannel channel = steps.create(temporary)) {
            steps.write(channel, ByteBuffer.wrap(content));
            steps.force(channel);
        } catch (IOException | RuntimeException e) {
            steps.delete(temporary);
            throw e;
        }
        return temporary;
    }

    private static Path folderOf(Path target) {
        Path folder = target.getParent();
        if (folder == null) {
            throw new IllegalArgumentException("no folder in " + target);
        }
        return folder;
    }
}
