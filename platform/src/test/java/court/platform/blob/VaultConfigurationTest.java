package court.platform.blob;

import static org.assertj.core.api.Assertions.assertThat;

import court.platform.json.SealedJson;
import court.platform.scan.ScanConfiguration;
import court.platform.time.ClockConfiguration;
import court.platform.vault.DataKeys;
import court.platform.vault.PersonKey;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class VaultConfigurationTest {

    @TempDir
    Path folder;

    private final ApplicationContextRunner runner = new ApplicationContextRunner()
            .withConfiguration(
                    AutoConfigurations.of(ClockConfiguration.class, ScanConfiguration.class, VaultConfiguration.class));

    @Test
    void aServiceWithBothFoldersHasEverything() {
        runner.withPropertyValues("court.data.keys=" + folder + "/keys", "court.data.blobs=" + folder + "/blobs")
                .run(context -> assertThat(context)
                        .hasSingleBean(PersonKey.class)
                        .hasSingleBean(SealedJson.class)
                        .hasSingleBean(BlobStore.class)
                        .hasSingleBean(Uploads.class)
                        .hasSingleBean(Downloads.class));
        assertThat(folder.resolve("blobs/staging")).isEmptyDirectory();
    }

    @Test
    void aServiceWithoutFilesHasKeysOnly() {
        runner.withPropertyValues("court.data.keys=" + folder + "/keys")
                .run(context ->
                        assertThat(context).hasSingleBean(DataKeys.class).doesNotHaveBean(BlobStore.class));
    }

    @Test
    void whoNamesNoFolderGetsNothing() {
        runner.run(context -> assertThat(context).hasNotFailed().doesNotHaveBean(DataKeys.class));
    }
}
