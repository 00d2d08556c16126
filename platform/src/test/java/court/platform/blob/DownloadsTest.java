package court.platform.blob;

import static court.platform.blob.DiskBlobStoreTest.assertRefused;
import static court.platform.blob.Vault.CASE;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import reactor.core.publisher.Flux;

class DownloadsTest {

    private Vault vault;
    private Downloads.Item item;

    @BeforeEach
    void vault(@TempDir Path folder) throws IOException {
        vault = new Vault(folder);
        StoredBlob blob = vault.put("hello world".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        item = new Downloads.Item(CASE, "说 明*(1).txt", "text/plain", blob.digests());
    }

    @AfterEach
    void close() throws IOException {
        vault.close();
    }

    private ResponseEntity<Flux<DataBuffer>> get(String... headers) {
        HttpHeaders asked = new HttpHeaders();
        for (int i = 0; i < headers.length; i += 2) {
            asked.set(headers[i], headers[i + 1]);
        }
        ResponseEntity<Flux<DataBuffer>> answer =
                new Downloads(vault.store).answer(item, asked).block();
        assertThat(answer).isNotNull();
        return answer;
    }

    private static String body(ResponseEntity<Flux<DataBuffer>> answer) {
        Flux<DataBuffer> bytes = answer.getBody();
        assertThat(bytes).isNotNull();
        return new String(Vault.joined(bytes), java.nio.charset.StandardCharsets.UTF_8);
    }

    @Test
    void theWholeFileComesWithItsFingerprintAsAnAttachment() {
        ResponseEntity<Flux<DataBuffer>> answer = get();

        assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.OK);
        assertThat(body(answer)).isEqualTo("hello world");
        HttpHeaders headers = answer.getHeaders();
        assertThat(headers.getContentLength()).isEqualTo(11);
        assertThat(headers.getFirst("Accept-Ranges")).isEqualTo("bytes");
        // SHA-256 of "hello world"
        assertThat(headers.getFirst("Repr-Digest")).isEqualTo("sha-256=:uU0nuZNNPgilLlLX2n2r+sSE7+N6U4DukIj3rOLvzek=:");
        assertThat(headers.getFirst("Content-Disposition"))
                .isEqualTo("attachment; filename*=UTF-8''%E8%AF%B4%20%E6%98%8E%2A%281%29.txt");
        assertThat(headers.getFirst("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(headers.getFirst("Content-Type")).isEqualTo("text/plain");
    }

    @Test
    void aRangeComesAsPartOfTheFile() {
        ResponseEntity<Flux<DataBuffer>> answer = get("Range", "bytes=6-");

        assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.PARTIAL_CONTENT);
        assertThat(body(answer)).isEqualTo("world");
        assertThat(answer.getHeaders().getFirst("Content-Range")).isEqualTo("bytes 6-10/11");
        assertThat(answer.getHeaders().getContentLength()).isEqualTo(5);
        assertThat(answer.getHeaders().getFirst("Repr-Digest")).isNotNull();
    }

    @Test
    void aRangeOutsideTheFileIsRefusedWithItsSize() {
        ResponseEntity<Flux<DataBuffer>> answer = get("Range", "bytes=11-");

        assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.REQUESTED_RANGE_NOT_SATISFIABLE);
        assertThat(answer.getHeaders().getFirst("Content-Range")).isEqualTo("bytes */11");
        assertThat(body(answer)).isEmpty();
    }

    @Test
    void aRangeOfAnotherVersionGivesTheWholeFile() {
        String tag = get().getHeaders().getETag();

        assertThat(body(get("Range", "bytes=6-", "If-Range", "\"other\""))).isEqualTo("hello world");
        assertThat(body(get("Range", "bytes=6-", "If-Range", tag))).isEqualTo("world");
    }

    @Test
    void aMissingOrCutFileIsRefusedBeforeTheAnswerBegins() throws IOException {
        Path file = vault.file(new StoredBlob(item.digests(), 11));
        byte[] stored = Files.readAllBytes(file);
        Files.write(file, java.util.Arrays.copyOf(stored, stored.length - 1));
        assertRefused(this::get, BlobRefusal.DAMAGED);

        Files.delete(file);
        assertRefused(this::get, BlobRefusal.NOT_FOUND);
    }
}
