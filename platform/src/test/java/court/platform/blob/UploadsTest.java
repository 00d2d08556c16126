package court.platform.blob;

import static court.platform.blob.DiskBlobStoreTest.assertRefused;
import static court.platform.blob.Vault.CASE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import court.platform.scan.Scan;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.ResolvableType;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.codec.multipart.FilePartEvent;
import org.springframework.http.codec.multipart.FormPartEvent;
import org.springframework.http.codec.multipart.PartEvent;
import org.springframework.http.codec.multipart.PartEventHttpMessageReader;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

class UploadsTest {

    private static final byte[] PDF = Samples.pdf();

    private Vault vault;
    private ContentCheck check;
    private Uploads uploads;

    @BeforeEach
    void vault(@TempDir Path folder) throws IOException {
        vault = new Vault(folder);
        check = new ContentCheck(Duration.ofSeconds(20));
        uploads = new Uploads(vault.store, new FileInspection(check, content -> Scan.none(Instant.EPOCH)), 300_000);
    }

    @AfterEach
    void close() throws IOException {
        check.close();
        vault.close();
    }

    private Flux<PartEvent> file(String name, String fileName, byte[] bytes) {
        return FilePartEvent.create(name, fileName, MediaType.APPLICATION_OCTET_STREAM, vault.pieces(bytes, 500))
                .cast(PartEvent.class);
    }

    private static Flux<PartEvent> field(String name, String value) {
        return FormPartEvent.create(name, value).cast(PartEvent.class).flux();
    }

    private Uploaded receive(Flux<PartEvent> parts) {
        Uploaded uploaded = uploads.receive(CASE, parts, it -> it).block(Duration.ofSeconds(20));
        assertThat(uploaded).isNotNull();
        return uploaded;
    }

    @Test
    void aFileAndItsFieldsAreTakenInAnyOrder() {
        Uploaded uploaded =
                receive(Flux.concat(field("kind", "BASIS"), file("file", "C:\\x\\判决书.pdf", PDF), field("note", "第一页")));

        assertThat(uploaded.fields()).isEqualTo(Map.of("kind", "BASIS", "note", "第一页"));
        assertThat(uploaded.fileName()).isEqualTo("判决书.pdf");
        assertThat(uploaded.mediaType()).isEqualTo("application/pdf");
        assertThat(uploaded.size()).isEqualTo(PDF.length);
        assertThat(Vault.joined(vault.store.read(CASE, uploaded.digests().sha256(), 0, PDF.length)))
                .isEqualTo(PDF);
        vault.assertEveryBufferWasReleased();
    }

    @Test
    void aRefusedFileIsNeverKept() {
        assertRefused(() -> receive(file("file", "a.png", PDF)), BlobRefusal.NOT_WHAT_IT_SAYS);

        assertThat(vault.files()).isEmpty();
        vault.assertEveryBufferWasReleased();
    }

    @Test
    void aRefusedFileDoesNotTakeAwayTheSameBytesKeptBefore() {
        Uploaded kept = receive(file("file", "a.pdf", PDF));

        assertRefused(() -> receive(file("file", "a.png", PDF)), BlobRefusal.NOT_WHAT_IT_SAYS);

        assertThat(Vault.joined(vault.store.read(CASE, kept.digests().sha256(), 0, PDF.length)))
                .isEqualTo(PDF);
    }

    @Test
    void whatItsReceiverDoesNotKeepIsGone() {
        Uploads.Source source = to -> to.accept(vault.buffer(PDF));

        uploads.receiveInto(CASE, file("file", "a.pdf", PDF), it -> Mono.just(it.file()))
                .block(Duration.ofSeconds(20));
        uploads.takeInto(CASE, "a.pdf", source, it -> Mono.just(it.file())).block(Duration.ofSeconds(20));
        assertRefused(
                () -> uploads.takeInto(CASE, "a.pdf", source, it -> Mono.error(BlobRefusal.NOT_FOUND.because()))
                        .block(Duration.ofSeconds(20)),
                BlobRefusal.NOT_FOUND);
        assertThat(vault.files()).isEmpty();

        uploads.takeInto(CASE, "a.pdf", source, it -> it.keep().thenReturn(it.file()))
                .block(Duration.ofSeconds(20));
        assertThat(vault.files()).hasSize(1);
    }

    @Test
    void exactlyOneFileIsWanted() {
        assertRefused(() -> receive(field("kind", "BASIS")), BlobRefusal.NO_FILE);
        assertRefused(() -> receive(Flux.empty()), BlobRefusal.NO_FILE);
        assertRefused(
                () -> receive(Flux.concat(file("file", "a.pdf", PDF), file("file", "b.pdf", PDF))),
                BlobRefusal.ONE_FILE_ONLY);
        assertRefused(
                () -> receive(Flux.concat(file("file", "a.pdf", PDF), file("other", "b.pdf", PDF))),
                BlobRefusal.ONE_FILE_ONLY);
        assertRefused(() -> receive(file("other", "b.pdf", PDF)), BlobRefusal.ONE_FILE_ONLY);

        assertThat(vault.files()).isEmpty();
        vault.assertEveryBufferWasReleased();
    }

    @Test
    void emptyAndOversizedFilesAreRefused() {
        assertRefused(() -> receive(Flux.just(emptyFile())), BlobRefusal.EMPTY_FILE);
        assertRefused(() -> receive(file("file", "a.pdf", new byte[300_001])), BlobRefusal.TOO_LARGE);

        assertThat(vault.files()).isEmpty();
        vault.assertEveryBufferWasReleased();
    }

    private PartEvent emptyFile() {
        HttpHeaders headers = new HttpHeaders();
        headers.setContentDispositionFormData("file", "a.pdf");
        DataBuffer content = vault.buffer(new byte[0]);
        return new FilePartEvent() {
            @Override
            public HttpHeaders headers() {
                return headers;
            }

            @Override
            public DataBuffer content() {
                return content;
            }

            @Override
            public boolean isLast() {
                return true;
            }
        };
    }

    @Test
    void aNameThatIsNotTakenIsRefusedBeforeAByteIsWritten() {
        assertRefused(() -> receive(file("file", "a.exe", PDF)), BlobRefusal.TYPE_NOT_TAKEN);

        assertThat(vault.steps.steps).doesNotContain("write");
        vault.assertEveryBufferWasReleased();
    }

    @Test
    void fieldsAreBounded() {
        Flux<PartEvent> many = Flux.range(0, 21).concatMap(i -> field("f" + i, "x"));

        assertRefused(() -> receive(many.concatWith(file("file", "a.pdf", PDF))), BlobRefusal.BAD_FORM);
        assertRefused(() -> receive(field("f", "x".repeat(20_001))), BlobRefusal.FIELD_TOO_LONG);
        assertRefused(() -> receive(field("f".repeat(65), "x")), BlobRefusal.BAD_FORM);
        assertRefused(() -> receive(field("f", "a\0b")), BlobRefusal.BAD_FORM);
        assertRefused(() -> receive(field("f", "1").concatWith(field("f", "2"))), BlobRefusal.BAD_FORM);
        assertRefused(() -> receive(field("file", "without a name")), BlobRefusal.BAD_FORM);
        vault.assertEveryBufferWasReleased();
    }

    @Test
    void aRefusedUploadIsReadToItsEndSoThatTheSenderSeesTheAnswer() {
        AtomicInteger sent = new AtomicInteger();

        assertRefused(
                () -> receive(file("file", "a.exe", new byte[200_000]).doOnNext(it -> sent.incrementAndGet())),
                BlobRefusal.TYPE_NOT_TAKEN);

        assertThat(sent.get()).isGreaterThanOrEqualTo(400);
        vault.assertEveryBufferWasReleased();
    }

    @Test
    void aRefusedUploadThatNeverEndsIsCut() {
        Flux<PartEvent> endless = file("file", "a.exe", new byte[1_000_000])
                .concatWith(Flux.error(new AssertionError("read to the end")));

        assertRefused(() -> receive(endless), BlobRefusal.TYPE_NOT_TAKEN);
        vault.assertEveryBufferWasReleased();
    }

    @Test
    void aFullDiskIsNoRefusalAndLeavesNothing() {
        vault.steps.failing = "write";

        assertThatThrownBy(() -> receive(file("file", "a.pdf", PDF))).isInstanceOf(UncheckedIOException.class);

        assertThat(vault.files()).isEmpty();
        vault.assertEveryBufferWasReleased();
    }

    @Test
    void aFileWhoseFieldsAreRefusedIsNotKept() {
        Flux<PartEvent> parts = Flux.concat(file("file", "a.pdf", PDF), field("kind", ""));

        assertRefused(
                () -> uploads.receive(CASE, parts, it -> {
                            throw BlobRefusal.BAD_FORM.because();
                        })
                        .block(Duration.ofSeconds(20)),
                BlobRefusal.BAD_FORM);

        assertThat(vault.files()).isEmpty();
        vault.assertEveryBufferWasReleased();
    }

    @Test
    void aSenderWhoLeavesInTheMiddleLeavesNothing() {
        Flux<PartEvent> stalled =
                file("file", "a.pdf", new byte[100_000]).take(100).concatWith(Flux.never());
        Disposable upload = uploads.receive(CASE, stalled, it -> it).subscribe();
        Awaitility.await().until(() -> !vault.files().isEmpty());

        upload.dispose();

        Awaitility.await().untilAsserted(() -> assertThat(vault.files()).isEmpty());
        vault.assertEveryBufferWasReleased();
    }

    @Test
    void whatABrowserSendsIsUnderstood() {
        String body = """
                --b\r
                Content-Disposition: form-data; name="kind"\r
                \r
                BASIS\r
                --b\r
                Content-Disposition: form-data; name="file"; filename="说明.txt"\r
                Content-Type: text/plain\r
                \r
                还款协议\r
                --b--\r
                """;
        MockServerHttpRequest request = MockServerHttpRequest.post("/")
                .header(HttpHeaders.CONTENT_TYPE, "multipart/form-data; boundary=b")
                .body(vault.pieces(body.getBytes(UTF_8), 7));
        Flux<PartEvent> parts =
                new PartEventHttpMessageReader().read(ResolvableType.forClass(PartEvent.class), request, Map.of());

        Uploaded uploaded = receive(parts);

        assertThat(uploaded.fields()).containsExactly(Map.entry("kind", "BASIS"));
        assertThat(uploaded.fileName()).isEqualTo("说明.txt");
        assertThat(uploaded.size()).isEqualTo("还款协议".getBytes(UTF_8).length);
        vault.assertEveryBufferWasReleased();
    }
}
