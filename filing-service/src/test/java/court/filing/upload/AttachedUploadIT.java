package court.filing.upload;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import court.filing.upload.TusClient.Answer;
import court.platform.support.FakeClamd;
import java.io.IOException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What becomes of an upload that is whole: looked into, scanned, kept once, attached or refused. */
class AttachedUploadIT {

    private final TusClient applicant = UploadPlace.person("110101199003070134");

    @AfterEach
    void well() {
        UploadPlace.CLAMD.silentFor = 0;
    }

    @Test
    void aDocumentSaysWhenAndByWhatItWasScanned() {
        String filing = applicant.draft();
        upload(filing, "还款协议.txt", "按月还款".getBytes(UTF_8));

        var scan = applicant.filing(filing).body().at("/materials/0/scan");

        assertThat(scan.path("state").asString()).isEqualTo("CLEAN");
        assertThat(scan.path("engine").asString()).isEqualTo(FakeClamd.ENGINE);
        assertThat(scan.path("at").asString()).startsWith("20");
    }

    @Test
    void aDocumentIsTakenAndShownAsNotScannedWhenTheScannerIsAway() {
        UploadPlace.CLAMD.silentFor = 8_000;
        String filing = applicant.draft();

        Answer done = upload(filing, "还款协议.txt", "按月还款".getBytes(UTF_8));

        assertThat(done.status()).isEqualTo(204);
        assertThat(applicant.filing(filing).body().at("/materials/0/scan/state").asString())
                .isEqualTo("NOT_SCANNED");
    }

    @Test
    void whoLooksWhileTheLastCheckRunsDoesNotAttachItAgain() {
        String filing = applicant.draft();
        String upload = applicant.begun(filing, "还款协议.txt", 12);
        UploadPlace.CLAMD.silentFor = 700;

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            threads.submit(() -> applicant.patch(upload, 0, "按月还款".getBytes(UTF_8)));
            IntStream.range(0, 5).forEach(i -> threads.submit(() -> lookAfter(upload, 400)));
        }

        assertThat(applicant.look(upload).header("Upload-Material")).isNotEmpty();
        assertThat(applicant.filing(filing).body().path("materials")).hasSize(1);
    }

    private void lookAfter(String upload, long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        assertThat(applicant.look(upload).status()).isEqualTo(200);
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                Arguments.of("病毒.txt", FakeClamd.eicar().getBytes(UTF_8), 422, "scan.infected"),
                Arguments.of("扫描.pdf", Papers.recording(1_000), 422, "blob.not_what_it_says"),
                Arguments.of("脚本.pdf", Papers.pdf(true), 422, "blob.scripts_inside"),
                Arguments.of("合同.docx", Papers.docxWithMacros(), 422, "blob.macros_inside"));
    }

    @ParameterizedTest
    @MethodSource
    void refused(String name, byte[] bytes, int status, String code) throws IOException {
        String filing = applicant.draft();
        String upload = applicant.begun(filing, name, bytes.length);

        Answer first = applicant.patch(upload, 0, bytes);
        Answer again = applicant.patch(upload, bytes.length, new byte[0]);

        // who did not hear the reason is told it again
        assertThat(Stream.of(first, again).map(Answer::code)).containsOnly(code);
        assertThat(Stream.of(first, again).map(Answer::status)).containsOnly(status);
        assertThat(again.body().path("detail")).isEqualTo(first.body().path("detail"));
        assertThat(applicant.filing(filing).body().path("materials")).isEmpty();
        assertThat(UploadIT.filesOf(filing)).isZero();
    }

    @Test
    void theInfectionIsNamed() {
        String upload = applicant.begun(applicant.draft(), "a.txt", 68);

        Answer answer = applicant.patch(upload, 0, FakeClamd.eicar().getBytes(UTF_8));

        assertThat(answer.body().path("detail").asString()).contains(FakeClamd.SIGNATURE);
    }

    @Test
    void theSameFileTwiceIsKeptOnceAndTwoFilesOfOneNameBothStay() throws IOException {
        String filing = applicant.draft();
        upload(filing, "判决书.pdf", Papers.pdf(false));
        upload(filing, "判决书.txt", "第一".getBytes(UTF_8));
        upload(filing, "判决书.txt", "第二".getBytes(UTF_8));

        upload(filing, "另一个名字.txt", "第一".getBytes(UTF_8));

        var materials = applicant.filing(filing).body().path("materials");
        assertThat(materials).hasSize(4);
        assertThat(materials.findValuesAsString("name"))
                .filteredOn("判决书.txt"::equals)
                .hasSize(2);
        assertThat(materials.findValuesAsString("id")).doesNotHaveDuplicates();
        assertThat(UploadIT.filesOf(filing)).isEqualTo(3);
    }

    @Test
    void anUploadAtOnceThatIsNotAttachedIsNotKeptEither() throws IOException {
        String filing = applicant.draft();
        byte[] form = ("--x\r\nContent-Disposition: form-data; name=\"kind\"\r\n\r\n其他\r\n--x\r\n"
                        + "Content-Disposition: form-data; name=\"file\"; filename=\"a.txt\"\r\n\r\nabc\r\n--x--\r\n")
                .getBytes(UTF_8);

        Answer stale = applicant.send(
                "POST",
                filing + "/materials",
                form,
                "Content-Type",
                "multipart/form-data; boundary=x",
                "If-Match",
                "\"7\"");

        assertThat(stale.status()).isEqualTo(412);
        assertThat(UploadIT.filesOf(filing)).isZero();
    }

    private Answer upload(String filing, String name, byte[] bytes) {
        Answer done = applicant.patch(applicant.begun(filing, name, bytes.length), 0, bytes);
        assertThat(done.status()).as(done.response().body()).isEqualTo(204);
        return done;
    }
}
