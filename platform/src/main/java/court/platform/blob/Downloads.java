package court.platform.blob;

import court.platform.media.Media;
import court.platform.model.Digests;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Gives a file out, whole or in part (RFC 9110 §14), with its fingerprint (RFC 9530) so that anybody can check what
 * arrived. Always as an attachment of the type found at upload: nothing from outside runs in our pages.
 */
public final class Downloads {

    private final BlobStore blobs;

    public Downloads(BlobStore blobs) {
        this.blobs = blobs;
    }

    /** A file as people know it. */
    public record Item(UUID caseId, String fileName, String mediaType, Digests digests) {}

    /** Who may see the file was decided before. */
    public Mono<ResponseEntity<Flux<DataBuffer>>> answer(Item item, HttpHeaders asked) {
        return blobs.size(item.caseId(), item.digests().sha256()).map(size -> answer(item, asked, size));
    }

    private ResponseEntity<Flux<DataBuffer>> answer(Item item, HttpHeaders asked, long size) {
        HttpHeaders headers = headers(item);
        ByteRange range =
                sameFile(item, asked) ? ByteRange.of(asked.getFirst(HttpHeaders.RANGE), size) : ByteRange.whole(size);
        if (range.length() == 0) {
            headers.set(HttpHeaders.CONTENT_RANGE, "bytes */" + size);
            return new ResponseEntity<>(Flux.empty(), headers, HttpStatus.REQUESTED_RANGE_NOT_SATISFIABLE);
        }
        headers.setContentType(MediaType.parseMediaType(item.mediaType()));
        headers.setContentLength(range.length());
        if (range.partial()) {
            headers.set(HttpHeaders.CONTENT_RANGE, "bytes " + range.from() + "-" + range.last() + "/" + size);
        }
        Flux<DataBuffer> bytes = blobs.read(item.caseId(), item.digests().sha256(), range.from(), range.length());
        return new ResponseEntity<>(bytes, headers, range.partial() ? HttpStatus.PARTIAL_CONTENT : HttpStatus.OK);
    }

    /** The picture within a file, as a file of its own. */
    public Mono<ResponseEntity<Flux<DataBuffer>>> poster(Item item, Media.Poster poster) {
        return blobs.size(item.caseId(), item.digests().sha256())
                .map(there -> ResponseEntity.ok()
                        .contentType(MediaType.parseMediaType(poster.mediaType()))
                        .contentLength(poster.size())
                        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment")
                        .header("X-Content-Type-Options", "nosniff")
                        .body(blobs.read(item.caseId(), item.digests().sha256(), poster.offset(), poster.size())));
    }

    // RFC 9110 §13.1.5: a range counts only if it is the file the client has begun
    private static boolean sameFile(Item item, HttpHeaders asked) {
        String begun = asked.getFirst(HttpHeaders.IF_RANGE);
        return begun == null || begun.equals(tag(item));
    }

    private static HttpHeaders headers(Item item) {
        byte[] sha256 = HexFormat.of().parseHex(item.digests().sha256());
        HttpHeaders headers = new HttpHeaders();
        headers.set(HttpHeaders.ACCEPT_RANGES, "bytes");
        headers.setETag(tag(item));
        headers.set("Repr-Digest", "sha-256=:" + Base64.getEncoder().encodeToString(sha256) + ":");
        headers.set(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename*=UTF-8''" + encoded(item.fileName()));
        headers.set("X-Content-Type-Options", "nosniff");
        headers.setAccessControlExposeHeaders(List.of("Content-Disposition", "Repr-Digest"));
        return headers;
    }

    private static String tag(Item item) {
        return "\"" + item.digests().sha256() + "\"";
    }

    // RFC 8187 §3.2.1; what URLEncoder leaves besides letters and digits is allowed there, but for the asterisk
    private static String encoded(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A");
    }
}
