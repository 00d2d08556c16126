package court.archive.render;

import court.platform.model.Digests;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A file that somebody handed in. It lies untouched beside the volume; the volume only shows it.
 *
 * @param fileId under which it lies in the package
 * @param name as its owner called it; printed, never used as a path
 * @param size in bytes
 * @param duration of a recording, when known
 */
public record Original(
        String fileId,
        String name,
        String mediaType,
        long size,
        Digests digests,
        @Nullable Duration duration,
        Content content) {

    /** Where its bytes come from; asked once, and only when they are needed. */
    @FunctionalInterface
    public interface Content {

        /** Writes all of it into this new file, which is deleted when its pages are drawn. Runs on the volume's thread; may block. */
        void writeTo(Path file) throws IOException;
    }

    /** The first 16 hexadecimal digits of its SHA-256: short enough to compare by eye. */
    public String verificationCode() {
        return digests.sha256().substring(0, 16);
    }
}
