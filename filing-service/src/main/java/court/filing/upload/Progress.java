package court.filing.upload;

import com.fasterxml.jackson.annotation.JsonInclude;
import court.platform.upload.TusAnswers;
import court.platform.upload.TusAnswers.Standing;
import court.platform.upload.UploadActs;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/**
 * How far an upload came, as its owner sees it.
 *
 * @param offset bytes stored
 * @param length bytes announced
 * @param fileId of the document it became
 * @param filingVersion of the filing right after that, told once
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Progress(
        UUID id,
        String kind,
        String name,
        long offset,
        long length,
        Instant expiresAt,
        @Nullable String fileId,
        @Nullable Long filingVersion)
        implements UploadActs.Reached {

    private static final String MATERIAL = "Upload-Material";

    static Progress of(Upload upload, long offset) {
        return new Progress(
                upload.id(),
                upload.described().kind(),
                upload.described().name().reveal(),
                offset,
                upload.length(),
                upload.expiresAt(),
                upload.fileId(),
                null);
    }

    Progress attached(Attachments.Attached it) {
        return new Progress(id, kind, name, length, length, expiresAt, it.fileId(), it.version());
    }

    @Override
    public Standing standing() {
        return new Standing(id, offset, length, expiresAt, Map.of("filename", name, "kind", kind));
    }

    /** Besides what tus tells: what it became, and the filing's version then. */
    @Override
    public HttpHeaders headers() {
        HttpHeaders headers = TusAnswers.headers(standing(), HttpHeaders.ETAG, MATERIAL);
        if (fileId != null) {
            headers.set(MATERIAL, fileId);
        }
        if (filingVersion != null) {
            headers.setETag("\"" + filingVersion + "\"");
        }
        return headers;
    }
}
