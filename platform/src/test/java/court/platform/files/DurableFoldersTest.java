package court.platform.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DurableFoldersTest {

    @TempDir
    Path root;

    private final AtomicInteger forced = new AtomicInteger();
    private final FileSteps steps = new FileSteps() {
        @Override
        public void forceDirectory(Path folder) throws IOException {
            forced.incrementAndGet();
            super.forceDirectory(folder);
        }
    };

    @Test
    void aFolderIsMadeDurableOnceByEachProcess() throws IOException {
        DurableFolders here = new DurableFolders(steps, root);
        Path folder = here.folder("case", "one");
        here.folder("case", "one");

        assertThat(folder).isDirectory();
        assertThat(forced).as("root and case, once").hasValue(2);

        new DurableFolders(steps, root).folder("case", "one");

        assertThat(forced).as("another process cannot know that it was done").hasValue(4);
    }

    @Test
    void aFolderThatWasTakenAwayIsMadeAgain() throws IOException {
        DurableFolders here = new DurableFolders(steps, root);
        Files.delete(here.folder("case", "one"));

        assertThat(here.folder("case", "one")).isDirectory();
    }
}
