package court.platform.vault;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import court.platform.files.FileSteps;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalKeyPortTest {

    private static final byte[] KEY = "0123456789abcdef0123456789abcdef".getBytes(UTF_8);

    @TempDir
    Path folder;

    private LocalKeyPort port() {
        return new LocalKeyPort(folder.resolve("keys"), new FileSteps());
    }

    @Test
    void aWrappedKeyOpensAfterARestartInItsContextOnly() {
        byte[] wrapped = port().wrap(KEY, context("a"));

        assertThat(new String(wrapped, 0, 5, UTF_8)).isEqualTo("AES1.");
        assertThat(port().unwrap(wrapped, context("a"))).isEqualTo(KEY);
        assertThatThrownBy(() -> port().unwrap(wrapped, context("b"))).isInstanceOf(SealBroken.class);
    }

    @Test
    void anyChangedByteOfAWrappedKeyIsNoticed() {
        LocalKeyPort port = port();
        byte[] wrapped = port.wrap(KEY, context("a"));

        for (int i = 0; i < wrapped.length; i++) {
            byte[] changed = wrapped.clone();
            changed[i] ^= 1;
            assertThatThrownBy(() -> port.unwrap(changed, context("a"))).isInstanceOf(SealBroken.class);
        }
    }

    @Test
    void aFingerprintIsStableAcrossRestartsAndDiffersByPurpose() {
        byte[] first = port().mac("person", KEY);

        assertThat(first).hasSize(32).isEqualTo(port().mac("person", KEY));
        assertThat(first).isNotEqualTo(port().mac("telephone", KEY));
        assertThat(port().mac("ab", context("c"))).isNotEqualTo(port().mac("a", context("bc")));
    }

    @Test
    void ofManyStartingAtOnceAllAgreeOnOneMaster() throws Exception {
        int starting = 8;
        CyclicBarrier together = new CyclicBarrier(starting);
        Callable<byte[]> start = () -> {
            together.await();
            return port().mac("person", KEY);
        };

        List<byte[]> seen;
        try (ExecutorService starters = Executors.newFixedThreadPool(starting)) {
            seen = starters
                    .invokeAll(IntStream.range(0, starting).mapToObj(i -> start).toList())
                    .stream()
                    .map(Future::resultNow)
                    .toList();
        }

        assertThat(seen).allSatisfy(it -> assertThat(it).isEqualTo(seen.getFirst()));
    }

    @Test
    void onlyTheOwnerMayTouchTheMaster() throws IOException {
        port();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("keys/master"))))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("keys"))))
                .isEqualTo("rwx------");
    }

    @Test
    void aLostMasterIsNeverReplacedWhileDataKeysExist() throws IOException {
        DataKeys keys = new DataKeys(port(), folder.resolve("keys"), new FileSteps());
        keys.seal(java.util.UUID.randomUUID(), "a", KEY, context("a"));
        Files.delete(folder.resolve("keys/master"));

        assertThatThrownBy(this::port).isInstanceOf(SealBroken.class).hasMessageContaining("restore");
        assertThat(folder.resolve("keys/master")).doesNotExist();
    }

    @Test
    void aDamagedMasterIsNamedAndNotReplaced() throws IOException {
        port();
        Files.writeString(folder.resolve("keys/master"), "x\n");

        assertThatThrownBy(this::port).isInstanceOf(SealBroken.class);
        assertThat(folder.resolve("keys/master")).hasContent("x\n");
    }

    private static byte[] context(String text) {
        return text.getBytes(UTF_8);
    }
}
