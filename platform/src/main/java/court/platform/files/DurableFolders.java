package court.platform.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Folders below a root, each made durable once by this process before anything is put in; a second file into the same
 * folder forces nothing above it again. Nobody takes such a folder away while processes run.
 */
public final class DurableFolders {

    private static final int MOST = 10_000;

    private final FileSteps steps;
    private final Path root;
    private final Set<Path> durable = Collections.synchronizedSet(Collections.newSetFromMap(new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Path, Boolean> eldest) {
            return size() > MOST;
        }
    }));

    public DurableFolders(FileSteps steps, Path root) {
        this.steps = steps;
        this.root = root;
    }

    /** The folder of this name below the root; made, and durable. */
    public Path folder(String... names) throws IOException {
        Path folder = root;
        for (String name : names) {
            folder = folder.resolve(name);
        }
        if (durable.contains(folder) && Files.isDirectory(folder)) {
            return folder;
        }
        steps.createFolders(root, names);
        durable.add(folder);
        return folder;
    }
}
