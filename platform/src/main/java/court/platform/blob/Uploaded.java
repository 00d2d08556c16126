package court.platform.blob;

import court.platform.model.Digests;
import java.util.Map;

/**
 * A file that was received, checked and kept, with the form fields that came along.
 *
 * @param fileName without folders and control characters, 200 characters at most; never used as a path
 * @param mediaType by its content
 * @param size in bytes
 */
public record Uploaded(Map<String, String> fields, String fileName, String mediaType, long size, Digests digests) {

    public Uploaded {
        fields = Map.copyOf(fields);
    }
}
