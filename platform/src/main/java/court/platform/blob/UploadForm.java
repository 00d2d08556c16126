package court.platform.blob;

import court.platform.model.Refused;
import java.io.IOException;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.codec.multipart.FilePartEvent;
import org.springframework.http.codec.multipart.FormPartEvent;
import org.springframework.http.codec.multipart.PartEvent;

/** One upload while its parts come in, one after the other. Blocking. */
final class UploadForm {

    static final int MOST_FIELDS = 20;
    static final int LONGEST_FIELD = 20_000;
    private static final int LONGEST_FIELD_NAME = 64;

    private final BlobDraft draft;
    private final FileInspection check;
    private final long mostWasted;
    private final Map<String, String> fields = new LinkedHashMap<>();
    private @Nullable String fileName;
    private boolean inFile;
    private @Nullable Refused refused;
    private long wasted;

    /** @param mostWasted bytes read on after a refusal before the upload is cut */
    UploadForm(BlobDraft draft, FileInspection check, long mostWasted) {
        this.draft = draft;
        this.check = check;
        this.mostWasted = mostWasted;
    }

    /** Takes pieces of the upload and releases their buffers. */
    void take(List<PartEvent> parts) {
        Iterator<PartEvent> rest = parts.iterator();
        try {
            while (rest.hasNext()) {
                take(rest.next());
            }
        } finally {
            while (rest.hasNext()) {
                DataBufferUtils.release(rest.next().content());
            }
        }
    }

    private void take(PartEvent part) {
        try {
            if (refused == null) {
                accept(part);
            } else {
                waste(part.content().readableByteCount(), refused);
            }
        } catch (Refused no) {
            refused = no;
            draft.discard();
            if (wasted > mostWasted) {
                throw no;
            }
        } finally {
            DataBufferUtils.release(part.content());
        }
    }

    private void waste(int length, Refused why) {
        wasted += length;
        if (wasted > mostWasted) {
            throw why;
        }
    }

    private void accept(PartEvent part) {
        if (part instanceof FilePartEvent file && part.name().equals("file")) {
            if (!inFile) {
                begin(file.filename());
            }
            inFile = !part.isLast();
            draft.write(part.content());
        } else if (part instanceof FilePartEvent) {
            throw BlobRefusal.ONE_FILE_ONLY.because();
        } else if (part instanceof FormPartEvent field && part.isLast()) {
            keep(field.name(), field.value());
        } else {
            throw BlobRefusal.BAD_FORM.because();
        }
    }

    private void begin(String name) {
        if (fileName != null) {
            throw BlobRefusal.ONE_FILE_ONLY.because();
        }
        fileName = FileNames.clean(name);
        check.requireTaken(fileName);
    }

    private void keep(String name, String value) {
        if (value.length() > LONGEST_FIELD) {
            throw BlobRefusal.FIELD_TOO_LONG.because(LONGEST_FIELD);
        }
        boolean fits = fields.size() < MOST_FIELDS
                && name.length() <= LONGEST_FIELD_NAME
                && value.indexOf('\0') < 0
                && !name.equals("file");
        if (!fits || fields.put(name, value) != null) {
            throw BlobRefusal.BAD_FORM.because();
        }
    }

    /** Looks into the file and reads what came; keeping it is left to the receiver. */
    Received finish() throws IOException {
        if (refused != null) {
            throw refused;
        }
        if (fileName == null) {
            throw BlobRefusal.NO_FILE.because();
        }
        return new Received(check.inspect(draft, fileName, fields), draft);
    }

    void discard() {
        draft.discard();
    }
}
