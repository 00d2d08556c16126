package court.platform.upload;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/** The headers of tus 1.0.0 (https://tus.io/protocols/resumable-upload): core, creation, expiration, termination. */
public final class Tus {

    public static final String VERSION = "1.0.0";
    public static final String EXTENSIONS = "creation,expiration,termination";
    public static final String RESUMABLE = "Tus-Resumable";
    public static final String OFFSET = "Upload-Offset";
    public static final String LENGTH = "Upload-Length";
    public static final String METADATA = "Upload-Metadata";
    public static final String EXPIRES = "Upload-Expires";
    public static final String BYTES = "application/offset+octet-stream";

    /** RFC 9110 §5.6.7. */
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH);

    private Tus() {}

    /** Refuses a sender who does not speak this version. */
    public static void mustBeSpoken(HttpHeaders headers) {
        if (!VERSION.equals(headers.getFirst(RESUMABLE))) {
            throw UploadRefusal.VERSION_NOT_SPOKEN.because();
        }
    }

    /** The length announced, or a refusal. */
    public static long length(HttpHeaders headers) {
        return number(headers.getFirst(LENGTH), UploadRefusal.LENGTH_MISSING);
    }

    /** The offset told, or a refusal. */
    public static long offset(HttpHeaders headers) {
        return number(headers.getFirst(OFFSET), UploadRefusal.OFFSET_MISSING);
    }

    private static long number(@Nullable String text, UploadRefusal otherwise) {
        if (text == null || !text.matches("\\d{1,18}")) {
            throw otherwise.because();
        }
        return Long.parseLong(text);
    }

    public static String date(Instant time) {
        return DATE.format(time.atOffset(ZoneOffset.UTC));
    }
}
