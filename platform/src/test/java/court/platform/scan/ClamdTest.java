package court.platform.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import court.platform.support.FakeClamd;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClamdTest {

    private static final Instant NOW = Instant.parse("2026-03-02T02:00:00Z");
    private static final Scan NOT_SCANNED = new Scan(Scan.State.NOT_SCANNED, NOW, null);

    private final FakeClamd peer = new FakeClamd();

    @TempDir
    Path folder;

    @AfterEach
    void close() {
        peer.close();
    }

    @Test
    void aCleanFileIsRecordedWithTimeAndEngine() throws IOException {
        assertThat(scan("判决书".repeat(100_000), Duration.ofSeconds(20)))
                .isEqualTo(new Scan(Scan.State.CLEAN, NOW, FakeClamd.ENGINE));
        assertThat(peer.scanned).hasValue(1);
    }

    @Test
    void anInfectedFileIsRefusedWithTheNameOfWhatWasFound() {
        assertThatThrownBy(() -> scan("前文 " + FakeClamd.eicar(), Duration.ofSeconds(20)))
                .hasMessageContaining(FakeClamd.SIGNATURE)
                .hasMessageContaining("未予接收");
    }

    @Test
    void aScannerThatIsSlowIsNotWaitedForAndTheFileIsNotCalledClean() throws IOException {
        peer.silentFor = 10_000;

        assertThat(scan("text", Duration.ofMillis(200))).isEqualTo(NOT_SCANNED);
    }

    @Test
    void aScannerThatIsAwayLeavesTheFileNotScanned() throws IOException {
        peer.close();

        assertThat(scan("text", Duration.ofSeconds(20))).isEqualTo(NOT_SCANNED);
    }

    @Test
    void aFileTooLargeForTheScannerIsNotCalledClean() throws IOException {
        peer.largest = 1_000;

        assertThat(scan("x".repeat(500_000), Duration.ofSeconds(20))).isEqualTo(NOT_SCANNED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"clamd", "host:port", "unix:relative", "/run/clamd.sock", ":3310"})
    void anAddressThatIsNoneStopsTheStart(String text) {
        assertThatThrownBy(() -> new ClamdAddress(text)).hasMessageContaining("court.scan.clamd");
    }

    @Test
    void aSocketFileIsAnAddressToo() {
        assertThat(new ClamdAddress("unix:/run/clamd.ctl").socket()).hasToString("/run/clamd.ctl");
    }

    private Scan scan(String content, Duration within) throws IOException {
        Path file = Files.writeString(folder.resolve("content"), content);
        try (SeekableByteChannel channel = Files.newByteChannel(file);
                Clamd clamd = new Clamd(new ClamdAddress(peer.address()), within, Clock.fixed(NOW, ZoneOffset.UTC))) {
            return clamd.scan(channel);
        }
    }
}
