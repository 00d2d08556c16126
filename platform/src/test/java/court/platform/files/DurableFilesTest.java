package court.platform.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DurableFilesTest {

    @TempDir
    Path folder;

    private final RecordingSteps steps = new RecordingSteps();
    private final DurableFiles files = new DurableFiles(steps);

    @Test
    void aNewFileIsWrittenForcedNamedAndItsFolderForcedInThisOrder() throws IOException {
        files.createOnce(folder.resolve("a"), new byte[] {1});

        assertThat(steps.steps).containsExactly("write", "force", "link", "force directory");
    }

    @Test
    void aReplacedFileIsWrittenForcedRenamedAndItsFolderForcedInThisOrder() throws IOException {
        files.replace(folder.resolve("a"), new byte[] {1});

        assertThat(steps.steps).containsExactly("write", "force", "rename", "force directory");
    }

    @Test
    void theFirstOfTwoWritersWins() throws IOException {
        assertThat(files.createOnce(folder.resolve("a"), new byte[] {1})).isTrue();
        assertThat(files.createOnce(folder.resolve("a"), new byte[] {2})).isFalse();

        assertThat(folder.resolve("a")).hasBinaryContent(new byte[] {1});
    }

    @ParameterizedTest
    @ValueSource(strings = {"write", "force", "rename"})
    void aFailingStepLeavesTheOldContentAndNoTemporaryFile(String failing) throws IOException {
        files.replace(folder.resolve("a"), new byte[] {1});
        steps.failing = failing;

        assertThatThrownBy(() -> files.replace(folder.resolve("a"), new byte[] {2}))
                .isInstanceOf(IOException.class);

        assertThat(folder.resolve("a")).hasBinaryContent(new byte[] {1});
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).containsExactly(folder.resolve("a"));
        }
    }

    @Test
    void newFoldersAreDurableInTheirParents() throws IOException {
        Path made = steps.createFolders(folder.resolve("x/y"), "case", "1");

        assertThat(made).isDirectory().isEqualTo(folder.resolve("x/y/case/1"));
        assertThat(steps.steps).containsOnly("force directory");
    }
}
