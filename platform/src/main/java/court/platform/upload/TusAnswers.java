package court.platform.upload;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.server.ServerWebExchange;

/** What is told about an upload in headers, tus 1.0.0. */
public final class TusAnswers {

    private static final String SPOKEN = "Tus-Version";
    private static final List<String> EXPOSED =
            List.of(HttpHeaders.LOCATION, Tus.OFFSET, Tus.LENGTH, Tus.METADATA, Tus.EXPIRES, Tus.RESUMABLE, SPOKEN);

    private TusAnswers() {}

    /**
     * How an upload stands.
     *
     * @param told what its sender told of the file
     */
    public record Standing(UUID id, long offset, long length, Instant expiresAt, Map<String, String> told)
            implements UploadActs.Reached {

        @Override
        public Standing standing() {
            return this;
        }
    }

    /** @param limit of an upload, in bytes */
    static ResponseEntity<Void> spoken(long limit) {
        return ResponseEntity.noContent()
                .header(Tus.RESUMABLE, Tus.VERSION)
                .header(SPOKEN, Tus.VERSION)
                .header("Tus-Extension", Tus.EXTENSIONS)
                .header("Tus-Max-Size", Long.toString(limit))
                .build();
    }

    /** The headers of who speaks tus; every answer, a refusal too, says which version is spoken. */
    static HttpHeaders heard(ServerWebExchange exchange) {
        HttpHeaders answer = exchange.getResponse().getHeaders();
        answer.set(Tus.RESUMABLE, Tus.VERSION);
        answer.set(SPOKEN, Tus.VERSION);
        HttpHeaders headers = exchange.getRequest().getHeaders();
        Tus.mustBeSpoken(headers);
        return headers;
    }

    /** Location is relative to where the sender asked, whatever the edge is called. */
    static ResponseEntity<Void> begun(String path, UploadActs.Reached it) {
        return ResponseEntity.status(HttpStatus.CREATED)
                .header(HttpHeaders.LOCATION, path + "/" + it.standing().id())
                .headers(it.headers())
                .build();
    }

    static ResponseEntity<Void> progress(HttpStatus status, UploadActs.Reached it) {
        return ResponseEntity.status(status).headers(it.headers()).build();
    }

    /** @param more headers that this service tells besides */
    public static HttpHeaders headers(Standing it, String... more) {
        HttpHeaders headers = new HttpHeaders();
        headers.setCacheControl("no-store");
        headers.set(Tus.OFFSET, Long.toString(it.offset()));
        headers.set(Tus.LENGTH, Long.toString(it.length()));
        headers.set(Tus.METADATA, new UploadMetadata(it.told()).text());
        headers.set(Tus.EXPIRES, Tus.date(it.expiresAt()));
        headers.setAccessControlExposeHeaders(
                Stream.concat(EXPOSED.stream(), Stream.of(more)).toList());
        return headers;
    }
}
