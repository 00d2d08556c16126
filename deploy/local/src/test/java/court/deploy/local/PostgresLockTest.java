package court.deploy.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresLockTest {

    @TempDir
    private Path data;

    private Path lock;

    @BeforeEach
    void leftBehind() throws Exception {
        lock = data.resolve("postmaster.pid");
        Files.writeString(lock, ProcessHandle.current().pid() + "\n");
    }

    @Test
    void aLockWhosePidBelongsToSomebodyElseIsRemoved() throws Exception {
        PostgresLock.clear(data);

        assertThat(lock).doesNotExist();
    }

    @Test
    void theLockStaysAsLongAsAProcessOfThisDatabaseLives() throws Exception {
        Process survivor =
                new ProcessBuilder("sleep", "100").directory(data.toFile()).start();
        Thread waiting = Thread.ofPlatform().start(() -> {
            try {
                PostgresLock.clear(data);
            } catch (java.io.IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        });

        waiting.join(500);
        boolean kept = Files.exists(lock) && waiting.isAlive();
        survivor.destroyForcibly().waitFor();
        waiting.join();

        assertThat(kept).isTrue();
        assertThat(lock).doesNotExist();
    }
}
