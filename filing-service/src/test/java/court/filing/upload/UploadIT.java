package court.filing.upload;

import static org.assertj.core.api.Assertions.assertThat;

import court.filing.upload.TusClient.Answer;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The protocol: what is begun, cut, resumed, finished and given up. */
class UploadIT {

    private final TusClient applicant = UploadPlace.person("110101199003070134");
    private final TusClient stranger = UploadPlace.person("310117198001010019");
    private final byte[] recording = Papers.recording(300_000);

    @Test
    void itSaysWhatItSpeaks() {
        Answer answer = applicant.send("OPTIONS", applicant.draft() + "/uploads", new byte[0]);

        assertThat(answer.status()).isEqualTo(204);
        assertThat(answer.header("Tus-Version")).isEqualTo("1.0.0");
        assertThat(answer.header("Tus-Extension")).isEqualTo("creation,expiration,termination");
        assertThat(answer.header("Tus-Max-Size")).isEqualTo(Long.toString(20 * 1024 * 1024));
    }

    @Test
    void aCutUploadGoesOnFromAnotherDeviceAtAnotherProcess() throws IOException, InterruptedException {
        String filing = applicant.draft();
        String upload = applicant.begun(filing, "录音.wav", 300_000);
        assertThat(upload).startsWith(filing + "/uploads/");
        try (Socket cut = applicant.stopHalfway(upload, 0, 300_000, Arrays.copyOf(recording, 123_456))) {
            // what the system had not handed over yet would be lost with the connection
            Awaitility.await().until(() -> applicant.offset(upload) >= 65_536);
            Thread.sleep(500);
            cut.setSoLinger(true, 0);
        }
        TusClient other = UploadPlace.elsewhere(applicant);
        Awaitility.await().untilAsserted(() -> assertThat(other.offset(upload)).isEqualTo(123_456));
        Answer list = other.send("GET", filing + "/uploads", new byte[0]);
        assertThat(list.body().get(0).path("offset").asLong()).isEqualTo(123_456);
        assertThat(list.body().get(0).path("name").asString()).isEqualTo("录音.wav");

        Answer done = other.patch(upload, 123_456, Arrays.copyOfRange(recording, 123_456, 300_000));

        assertThat(done.status()).as(done.response().body()).isEqualTo(204);
        assertThat(done.header("Upload-Offset")).isEqualTo("300000");
        assertThat(done.header("ETag")).isEqualTo("\"2\"");
        String content = filing + "/materials/" + done.header("Upload-Material") + "/content";
        assertThat(applicant.send("GET", content, new byte[0]).header("Repr-Digest"))
                .isEqualTo("sha-256=:" + sha256(recording) + ":");
        assertThat(partial(upload)).doesNotExist();
    }

    @Test
    void finishingTwiceAttachesOnce() {
        String filing = applicant.draft();
        String upload = applicant.begun(filing, "录音.wav", 300_000);
        Answer first = applicant.patch(upload, 0, recording);

        Answer again = applicant.patch(upload, 300_000, new byte[0]);
        Answer look = applicant.look(upload);

        assertThat(again.status()).isEqualTo(204);
        assertThat(Stream.of(first, again, look).map(it -> it.header("Upload-Material")))
                .doesNotContain("")
                .containsOnly(first.header("Upload-Material"));
        assertThat(applicant.filing(filing).body().path("materials")).hasSize(1);
    }

    @Test
    void ofTwoThatFinishAtOnceOneAttaches() {
        String filing = applicant.draft();
        String upload = applicant.begun(filing, "录音.wav", 300_000);
        applicant.patch(upload, 0, Arrays.copyOf(recording, 200_000));
        byte[] rest = Arrays.copyOfRange(recording, 200_000, 300_000);

        List<Integer> statuses = IntStream.range(0, 6)
                .parallel()
                .mapToObj(i -> (i % 2 == 0 ? applicant : UploadPlace.elsewhere(applicant))
                        .patch(upload, 200_000, rest)
                        .status())
                .toList();

        assertThat(statuses).containsAnyOf(204).isSubsetOf(204, 409, 423);
        Awaitility.await()
                .untilAsserted(() -> assertThat(applicant.look(upload).header("Upload-Material"))
                        .isNotEmpty());
        assertThat(applicant.filing(filing).body().path("materials")).hasSize(1);
    }

    @Test
    void whileOnePartComesAnotherIsTurnedAway() throws IOException {
        String upload = applicant.begun(applicant.draft(), "录音.wav", 300_000);
        try (Socket writing = applicant.stopHalfway(upload, 0, 300_000, Arrays.copyOf(recording, 1_000))) {
            Awaitility.await().pollInterval(Duration.ofMillis(50)).untilAsserted(() -> {
                Answer second = applicant.patch(upload, 0, new byte[] {1});
                assertThat(second.status()).isEqualTo(423);
                assertThat(second.code()).isEqualTo("upload.in_use");
            });
            writing.setSoLinger(true, 0);
        }
    }

    @Test
    void aSenderWhoFallsSilentDoesNotHoldItForEver() throws IOException {
        String upload = applicant.begun(applicant.draft(), "录音.wav", 300_000);
        try (Socket silent = applicant.stopHalfway(upload, 0, 300_000, Arrays.copyOf(recording, 1_000))) {
            Awaitility.await().until(() -> applicant.offset(upload) == 1_000);
            assertThat(silent.isConnected()).isTrue();
            assertThat(applicant.patch(upload, 1_000, new byte[] {1}).status()).isEqualTo(204);
        }
    }

    @Test
    void aPartMayComeByPostInEitherForm() {
        String filing = applicant.draft();
        String upload = applicant.begun(filing, "录音.wav", 300_000);

        Answer twin = applicant.tus(
                "POST",
                upload,
                Arrays.copyOf(recording, 100_000),
                "Content-Type",
                TusClient.BYTES,
                "Upload-Offset",
                "0",
                "X-HTTP-Method-Override",
                "PATCH");
        Answer form = applicant.form(upload, 100_000, Arrays.copyOfRange(recording, 100_000, 300_000));

        assertThat(twin.status()).as(twin.response().body()).isEqualTo(204);
        assertThat(form.status()).as(form.response().body()).isEqualTo(204);
        assertThat(applicant.filing(filing).body().at("/materials/0/size").asLong())
                .isEqualTo(300_000);
    }

    @Test
    void onlyTheNextBytesAreTaken() {
        String upload = applicant.begun(applicant.draft(), "录音.wav", 300_000);
        applicant.patch(upload, 0, Arrays.copyOf(recording, 1_000));

        Answer wrong = applicant.patch(upload, 999, Arrays.copyOf(recording, 200_000));
        Answer beyond = applicant.patch(upload, 1_000, new byte[300_000]);
        Answer noOffset = applicant.tus("PATCH", upload, new byte[] {1}, "Content-Type", TusClient.BYTES);

        assertThat(wrong.status()).isEqualTo(409);
        assertThat(wrong.body().path("detail").asString()).contains("1000");
        assertThat(beyond.status()).isEqualTo(413);
        assertThat(beyond.code()).isEqualTo("upload.beyond_length");
        assertThat(noOffset.code()).isEqualTo("upload.offset_missing");
        assertThat(applicant.offset(upload)).isEqualTo(1_000);
    }

    @Test
    void anotherContentTypeOrProtocolIsNotTaken() {
        String filing = applicant.draft();
        String upload = applicant.begun(filing, "录音.wav", 300_000);

        assertThat(applicant
                        .tus(
                                "PATCH",
                                upload,
                                new byte[] {1},
                                "Content-Type",
                                "application/octet-stream",
                                "Upload-Offset",
                                "0")
                        .status())
                .isEqualTo(415);
        Answer without = applicant.send("PATCH", upload, new byte[] {1}, "Content-Type", TusClient.BYTES);
        assertThat(without.status()).isEqualTo(412);
        assertThat(without.code()).isEqualTo("upload.version_not_spoken");
        assertThat(without.header("Tus-Version")).isEqualTo("1.0.0");
        assertThat(applicant
                        .send("POST", filing + "/uploads", new byte[0], "Tus-Resumable", "0.2.2", "Upload-Length", "5")
                        .status())
                .isEqualTo(412);
    }

    @ParameterizedTest
    @CsvSource({
        "录音.wav, 0, 422, blob.empty_file",
        "录音.wav, 20971521, 413, blob.too_large",
        "录音.wav, -1, 400, upload.length_missing",
        "录音.exe, 10, 415, blob.type_not_taken",
        "照片.HEIC, 10, 415, blob.phone_picture",
        "合同.docm, 10, 422, blob.macros_inside"
    })
    void whatCannotBecomeADocumentIsRefusedBeforeAByteComes(String name, String length, int status, String code) {
        Answer answer = applicant.begin(applicant.draft(), TusClient.metadata(name, "执行依据"), length);

        assertThat(answer.code()).isEqualTo(code);
        assertThat(answer.status()).isEqualTo(status);
    }

    @ParameterizedTest
    @ValueSource(strings = {"filename ???", "kind", "filename 5L2g.pdf x", "filename /w=="})
    void garbageInsteadOfMetadataIsAProblem(String metadata) {
        assertThat(applicant.begin(applicant.draft(), metadata, "10").status()).isIn(400, 422);
    }

    @Test
    void nobodyElseSeesIt() {
        String filing = applicant.draft();
        String upload = applicant.begun(filing, "录音.wav", 300_000);

        assertThat(stranger.look(upload).status()).isEqualTo(404);
        assertThat(stranger.patch(upload, 0, recording).status()).isEqualTo(404);
        assertThat(stranger.tus("DELETE", upload, new byte[0]).status()).isEqualTo(404);
        assertThat(stranger.begin(filing, "录音.wav", 5).status()).isEqualTo(404);
        String own = stranger.draft();
        assertThat(stranger.look(own + upload.substring(filing.length())).status())
                .isEqualTo(404);
    }

    @Test
    void whatIsGivenUpIsGone() {
        String upload = applicant.begun(applicant.draft(), "录音.wav", 300_000);
        applicant.patch(upload, 0, Arrays.copyOf(recording, 1_000));

        assertThat(applicant.tus("DELETE", upload, new byte[0]).status()).isEqualTo(204);

        assertThat(applicant.look(upload).status()).isEqualTo(410);
        assertThat(applicant.patch(upload, 1_000, recording).status()).isEqualTo(410);
        assertThat(partial(upload)).doesNotExist();
    }

    @Test
    void whatIsNotWholeInTimeExpiresAndIsCleared() throws SQLException {
        String upload = applicant.begun(applicant.draft(), "录音.wav", 300_000);
        applicant.patch(upload, 0, Arrays.copyOf(recording, 1_000));
        assertThat(applicant.look(upload).header("Upload-Expires")).endsWith("GMT");
        String id = upload.substring(upload.lastIndexOf('/') + 1);
        try (Connection connection = UploadPlace.DATABASE.connect();
                var late = connection.createStatement()) {
            late.executeUpdate("update upload set expires_at = now() - interval '1 second' where id = '" + id + "'");
        }

        assertThat(applicant.look(upload).status()).isEqualTo(410);
        assertThat(partial(upload)).exists();
        UploadPlace.service().bean(ClearUploadsTask.class).clear().block();
        assertThat(partial(upload)).doesNotExist();
        assertThat(applicant.patch(upload, 1_000, recording).status()).isEqualTo(410);
    }

    private static Path partial(String upload) {
        String[] parts = upload.split("/");
        return UploadPlace.FOLDER
                .resolve("blobs")
                .resolve("partial")
                .resolve(parts[4])
                .resolve(parts[6]);
    }

    static String sha256(byte[] bytes) {
        try {
            byte[] digest = java.security.MessageDigest.getInstance("SHA-256").digest(bytes);
            return java.util.Base64.getEncoder().encodeToString(digest);
        } catch (java.security.NoSuchAlgorithmException none) {
            throw new IllegalStateException(none);
        }
    }

    static long filesOf(String filing) throws IOException {
        Path folder = UploadPlace.FOLDER.resolve("blobs").resolve("case").resolve(filing.split("/")[4]);
        if (!Files.exists(folder)) {
            return 0;
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.count();
        }
    }
}
