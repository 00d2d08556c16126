package court.platform.upload;

import court.platform.blob.VaultConfiguration;
import court.platform.files.FileSteps;
import court.platform.vault.DataKeys;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.convert.DurationStyle;
import org.springframework.context.annotation.Bean;

/** Resumable uploads, for each service that names the folders {@code court.data.keys} and {@code court.data.blobs}. */
@AutoConfiguration(after = VaultConfiguration.class)
@ConditionalOnProperty({"court.data.keys", "court.data.blobs"})
public class UploadConfiguration {

    @Bean
    Partials partials(@Value("${court.data.blobs}") String folder, DataKeys keys, FileSteps steps) {
        return new Partials(Path.of(folder), keys, steps);
    }

    @Bean
    ResumableUploads resumableUploads(Partials partials, @Value("${court.upload.silence:30s}") String silence) {
        return new ResumableUploads(partials, DurationStyle.detectAndParse(silence));
    }
}
