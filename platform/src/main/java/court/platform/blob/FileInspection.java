package court.platform.blob;

import court.platform.media.MediaReader;
import court.platform.media.MediaReader.Found;
import court.platform.scan.Scan;
import court.platform.scan.VirusScan;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.util.Map;

/** Everything a file goes through before it is taken: its digests, a look at its content, a scan. Blocking. */
public final class FileInspection {

    private final ContentCheck check;
    private final VirusScan scanner;

    public FileInspection(ContentCheck check, VirusScan scanner) {
        this.check = check;
        this.scanner = scanner;
    }

    /** Refuses a name whose kind of file is not taken, before its bytes come in. */
    public void requireTaken(String fileName) {
        check.requireTaken(fileName);
    }

    /** Finishes the draft and looks into it. */
    Uploaded inspect(BlobDraft draft, String fileName, Map<String, String> fields) throws IOException {
        StoredBlob blob = draft.finish();
        Found found;
        try (SeekableByteChannel content = draft.open()) {
            found = MediaReader.read(check.mediaType(fileName, content), content);
        }
        Scan scan;
        try (SeekableByteChannel content = draft.open()) {
            scan = scanner.scan(content);
        }
        return new Uploaded(fields, fileName, found.mediaType(), blob.size(), blob.digests(), scan, found.media());
    }
}
