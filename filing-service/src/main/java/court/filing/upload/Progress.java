package court.filing.upload;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

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
        @Nullable Long filingVersion) {

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
}
