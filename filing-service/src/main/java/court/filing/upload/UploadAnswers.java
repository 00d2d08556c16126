package court.filing.upload;

import court.platform.blob.Uploads;
import court.platform.upload.Tus;
import court.platform.upload.UploadMetadata;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;

/** What is told about an upload in headers. */
@Component
class UploadAnswers {

    private static final List<String> EXPOSED = List.of(
            "Location",
            "ETag",
            "Upload-Offset",
            "Upload-Length",
            "Upload-Metadata",
            "Upload-Expires",
            "Upload-Material",
            "Tus-Resumable",
            "Tus-Version");

    private final Uploads uploads;

    UploadAnswers(Uploads uploads) {
        this.uploads = uploads;
    }

    ResponseEntity<Void> spoken() {
        return ResponseEntity.noContent()
                .header(Tus.RESUMABLE, Tus.VERSION)
                .header("Tus-Version", Tus.VERSION)
                .header("Tus-Extension", Tus.EXTENSIONS)
                .header("Tus-Max-Size", Long.toString(uploads.limit()))
                .build();
    }

    /** The headers of who speaks tus; every answer, a refusal too, says which version is spoken. */
    HttpHeaders heard(ServerWebExchange exchange) {
        HttpHeaders answer = exchange.getResponse().getHeaders();
        answer.set(Tus.RESUMABLE, Tus.VERSION);
        answer.set("Tus-Version", Tus.VERSION);
        HttpHeaders headers = exchange.getRequest().getHeaders();
        Tus.mustBeSpoken(headers);
        return headers;
    }

    /** Location is relative to where the sender asked, whatever the edge is called. */
    ResponseEntity<Void> begun(String path, Progress it) {
        return ResponseEntity.status(HttpStatus.CREATED)
                .header(HttpHeaders.LOCATION, path + "/" + it.id())
                .headers(of(it))
                .build();
    }

    ResponseEntity<Void> progress(HttpStatus status, Progress it) {
        return ResponseEntity.status(status).headers(of(it)).build();
    }

    private static HttpHeaders of(Progress it) {
        HttpHeaders headers = new HttpHeaders();
        headers.setCacheControl("no-store");
        headers.set(Tus.OFFSET, Long.toString(it.offset()));
        headers.set(Tus.LENGTH, Long.toString(it.length()));
        headers.set(Tus.METADATA, new UploadMetadata(Map.of("filename", it.name(), "kind", it.kind())).text());
        headers.set(Tus.EXPIRES, Tus.date(it.expiresAt()));
        if (it.fileId() != null) {
            headers.set("Upload-Material", it.fileId());
        }
        if (it.filingVersion() != null) {
            headers.setETag("\"" + it.filingVersion() + "\"");
        }
        headers.setAccessControlExposeHeaders(EXPOSED);
        return headers;
    }
}
