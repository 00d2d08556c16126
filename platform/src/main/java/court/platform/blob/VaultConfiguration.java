package court.platform.blob;

import court.platform.files.FileSteps;
import court.platform.json.SealedJson;
import court.platform.scan.ScanConfiguration;
import court.platform.scan.VirusScan;
import court.platform.vault.DataKeys;
import court.platform.vault.KeyPort;
import court.platform.vault.LocalKeyPort;
import court.platform.vault.PersonKey;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.unit.DataSize;

/** Keys, sealed values and files, for each service that names the folders {@code court.data.keys} and {@code court.data.blobs}. */
@AutoConfiguration(after = ScanConfiguration.class)
public class VaultConfiguration {

    private static final Duration CHECK_LIMIT = Duration.ofSeconds(20);

    @Bean
    @ConditionalOnMissingBean
    FileSteps fileSteps() {
        return new FileSteps();
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnProperty("court.data.keys")
    static class Keys {

        @Bean
        @ConditionalOnMissingBean
        KeyPort keyPort(@Value("${court.data.keys}") String folder, FileSteps steps) {
            return new LocalKeyPort(Path.of(folder), steps);
        }

        @Bean
        DataKeys dataKeys(KeyPort master, @Value("${court.data.keys}") String folder, FileSteps steps) {
            return new DataKeys(master, Path.of(folder), steps);
        }

        @Bean
        PersonKey personKey(KeyPort master) {
            return new PersonKey(master);
        }

        @Bean
        SealedJson sealedJson(DataKeys keys) {
            return new SealedJson(keys);
        }
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnProperty({"court.data.keys", "court.data.blobs"})
    static class Blobs {

        @Bean
        @ConditionalOnMissingBean
        BlobStore blobStore(@Value("${court.data.blobs}") String folder, DataKeys keys, FileSteps steps)
                throws IOException {
            return new DiskBlobStore(Path.of(folder), keys, steps);
        }

        @Bean
        ContentCheck contentCheck() {
            return new ContentCheck(CHECK_LIMIT);
        }

        @Bean
        FileInspection fileInspection(ContentCheck check, VirusScan scanner) {
            return new FileInspection(check, scanner);
        }

        @Bean
        Uploads uploads(BlobStore blobs, FileInspection check, @Value("${court.upload.limit:200MB}") String limit) {
            return new Uploads(blobs, check, DataSize.parse(limit).toBytes());
        }

        @Bean
        Downloads downloads(BlobStore blobs) {
            return new Downloads(blobs);
        }
    }
}
