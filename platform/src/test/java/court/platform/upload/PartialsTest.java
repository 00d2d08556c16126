package court.platform.upload;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import court.platform.files.FileSteps;
import court.platform.files.RecordingSteps;
import court.platform.model.Refused;
import court.platform.vault.DataKeys;
import court.platform.vault.LocalKeyPort;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Random;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import reactor.core.publisher.Flux;

/** Each look at the store is a new one: nothing is known but what the disk says. */
class PartialsTest {

    private static final UUID CASE = UUID.fromString("0190f3c0-0000-7000-8000-000000000001");
    private static final UUID UPLOAD = UUID.fromString("0190f3c0-0000-7000-8000-000000000002");
    private static final long LENGTH = 20_000_000;

    private final RecordingSteps steps = new RecordingSteps();

    @TempDir
    Path folder;

    @BeforeEach
    void begin() throws IOException {
        partials().create(CASE, UPLOAD);
        steps.steps.clear();
    }

    @Test
    void whatArrivedIsThereForAnotherProcess() throws IOException {
        byte[] bytes = random(300_001);

        append(0, Flux.just(part(bytes, 0, 100_000), part(bytes, 100_000, 170_000)));
        append(170_000, Flux.just(part(bytes, 170_000, 300_001)));

        assertThat(stored()).isEqualTo(bytes);
        assertThat(partials().length(CASE, UPLOAD)).isEqualTo(300_001);
    }

    @Test
    void whatIsAnsweredWasForcedToTheDisk() {
        append(0, Flux.just(part(random(1_000), 0, 1_000)));

        assertThat(steps.fromFirstWrite()).containsExactly("write", "force");
    }

    @Test
    void aCutPartKeepsWhatArrived() throws IOException {
        byte[] bytes = random(90_000);
        Flux<DataBuffer> cut =
                Flux.concat(Flux.just(part(bytes, 0, 70_000)), Flux.error(new IOException("connection reset")));

        assertThatThrownBy(() -> append(0, cut)).hasMessageContaining("connection reset");

        assertThat(partials().length(CASE, UPLOAD)).isEqualTo(70_000);
        assertThat(steps.fromFirstWrite()).endsWith("force");
        assertThat(append(70_000, Flux.just(part(bytes, 70_000, 90_000)))).isEqualTo(90_000);
        assertThat(stored()).isEqualTo(bytes);
    }

    @Test
    void aSenderWhoFallsSilentIsNotWaitedFor() {
        long stored = append(0, Flux.concat(Flux.just(part(random(10), 0, 10)), Flux.never()));

        assertThat(stored).isEqualTo(10);
    }

    @Test
    void aRecordThatACrashToreIsCutOff() throws IOException {
        byte[] bytes = random(5_200_000);
        append(0, Flux.just(part(bytes, 0, 5_000_000)));
        long whole = Files.size(file());
        append(5_000_000, Flux.just(part(bytes, 5_000_000, 5_050_000)));
        try (FileChannel channel = FileChannel.open(file(), StandardOpenOption.WRITE)) {
            channel.truncate(whole + 20_000);
        }

        assertThat(partials().length(CASE, UPLOAD)).isEqualTo(5_000_000);
        append(5_000_000, Flux.just(part(bytes, 5_000_000, 5_200_000)));
        assertThat(stored()).isEqualTo(bytes);
    }

    @Test
    void aNewestRecordWhoseBytesNeverReachedTheDiskDoesNotCount() throws IOException {
        append(0, Flux.just(part(random(1_000), 0, 1_000)));
        long whole = Files.size(file());
        append(1_000, Flux.just(part(random(1_000), 0, 1_000)));
        try (FileChannel channel = FileChannel.open(file(), StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.allocate(900), whole + 50); // its length is there, its bytes are zeros
        }

        assertThat(partials().length(CASE, UPLOAD)).isEqualTo(1_000);
    }

    @Test
    void nothingLiesInTheClear() throws IOException {
        byte[] secret = "身份证号 110101199003070134".getBytes(UTF_8);

        append(0, Flux.just(part(secret, 0, secret.length)));

        assertThat(new String(Files.readAllBytes(file()), UTF_8)).doesNotContain("110101199003070134");
    }

    @Test
    void onlyTheNextByteIsTakenAndNoneBeyondTheLast() throws IOException {
        append(0, Flux.just(part(random(10), 0, 10)));

        refused(UploadRefusal.OFFSET_DIFFERS, () -> append(9, Flux.just(part(random(1), 0, 1))));
        refused(UploadRefusal.OFFSET_DIFFERS, () -> append(11, Flux.just(part(random(1), 0, 1))));
        refused(UploadRefusal.BEYOND_LENGTH, () -> append(10, Flux.just(part(random(25_000_000), 0, 25_000_000))));
        assertThat(partials().length(CASE, UPLOAD)).isEqualTo(10);
    }

    @Test
    void ofTwoWritersOneIsTurnedAwayUntilTheOtherIsDone() throws IOException {
        Partials partials = partials();
        try (PartialWriter first = partials.write(CASE, UPLOAD)) {
            first.mustBeAt(0);
            refused(UploadRefusal.IN_USE, () -> partials.write(CASE, UPLOAD));
            refused(UploadRefusal.IN_USE, () -> partials.remove(CASE, UPLOAD));
        }
        partials.write(CASE, UPLOAD).close();
    }

    @Test
    void whatWasGivenUpIsGone() throws IOException {
        partials().remove(CASE, UPLOAD);
        partials().remove(CASE, UPLOAD);

        refused(UploadRefusal.EXPIRED, () -> partials().length(CASE, UPLOAD));
        refused(UploadRefusal.EXPIRED, () -> append(0, Flux.empty()));
        assertThat(file()).doesNotExist();
    }

    private Partials partials() {
        FileSteps plain = new FileSteps();
        Path keys = folder.resolve("keys");
        return new Partials(folder.resolve("blobs"), new DataKeys(new LocalKeyPort(keys, plain), keys, plain), steps);
    }

    private long append(long offset, Flux<DataBuffer> bytes) {
        Long stored = new ResumableUploads(partials(), Duration.ofMillis(300))
                .append(new ResumableUploads.Place(CASE, UPLOAD, offset, LENGTH), bytes)
                .block(Duration.ofSeconds(20));
        return stored == null ? -1 : stored;
    }

    private byte[] stored() throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        try (PartialFile partial = partials().open(CASE, UPLOAD)) {
            partial.forEach(all::writeBytes);
        }
        return all.toByteArray();
    }

    private Path file() {
        return folder.resolve("blobs")
                .resolve("partial")
                .resolve(CASE.toString())
                .resolve(UPLOAD.toString());
    }

    private static byte[] random(int size) {
        byte[] bytes = new byte[size];
        new Random(7).nextBytes(bytes);
        return bytes;
    }

    private static DataBuffer part(byte[] bytes, int from, int to) {
        return DefaultDataBufferFactory.sharedInstance.wrap(java.util.Arrays.copyOfRange(bytes, from, to));
    }

    private static void refused(UploadRefusal refusal, ThrowingCallable work) {
        assertThatThrownBy(work)
                .isInstanceOfSatisfying(
                        Refused.class, it -> assertThat(it.refusal()).isEqualTo(refusal));
    }
}
