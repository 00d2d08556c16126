package court.filing.upload;

import court.platform.upload.TusAnswers;
import court.platform.upload.TusAnswers.Standing;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/** What is told about a document on its way besides what tus tells: what it became, and the filing's version then. */
final class UploadAnswers {

    private static final String MATERIAL = "Upload-Material";

    private UploadAnswers() {}

    static ResponseEntity<Void> begun(String path, Progress it) {
        return TusAnswers.begun(path, standing(it));
    }

    static ResponseEntity<Void> progress(HttpStatus status, Progress it) {
        HttpHeaders headers = TusAnswers.headers(standing(it), HttpHeaders.ETAG, MATERIAL);
        if (it.fileId() != null) {
            headers.set(MATERIAL, it.fileId());
        }
        if (it.filingVersion() != null) {
            headers.setETag("\"" + it.filingVersion() + "\"");
        }
        return ResponseEntity.status(status).headers(headers).build();
    }

    private static Standing standing(Progress it) {
        return new Standing(
                it.id(), it.offset(), it.length(), it.expiresAt(), Map.of("filename", it.name(), "kind", it.kind()));
    }
}
