package court.platform.blob;

import court.platform.media.Media;
import court.platform.model.Digests;
import court.platform.scan.Scan;
import java.util.Map;

/**
 * A file that was received and checked, with the form fields that came along.
 *
 * @param fileName without folders and control characters, 200 characters at most; never used as a path
 * @param mediaType by its content
 * @param size in bytes
 * @param scan what became of looking for malicious software in it
 * @param media what a picture, recording or film tells about itself
 */
public record Uploaded(
        Map<String, String> fields,
        String fileName,
        String mediaType,
        long size,
        Digests digests,
        Scan scan,
        Media media) {

    public Uploaded {
        fields = Map.copyOf(fields);
    }
}
