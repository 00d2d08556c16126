package court.deploy.agent;

import court.platform.files.FileSteps;
import java.io.IOException;
import java.nio.file.Path;

/** Drafts of small files that a stop left behind: they never got their names, so nobody relied on them. */
record Leftovers(FileSteps steps) {

    void sweep(Path folder) throws IOException {
        String[] names = folder.toFile().list();
        for (String name : names == null ? new String[0] : names) {
            if (name.startsWith(".") && name.endsWith(".tmp")) {
                steps.delete(folder.resolve(name));
            }
        }
    }
}
