package court.deploy.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunningProcessTest {

    private Process sleep;

    @BeforeEach
    void start() throws Exception {
        sleep = new ProcessBuilder("sleep", "100").start();
    }

    @AfterEach
    void end() {
        sleep.destroyForcibly();
    }

    @Test
    void aProcessIsRecognisedAndStopped() throws InterruptedException {
        RunningProcess ours = RunningProcess.of(sleep.pid());

        ours.stop("TERM", Duration.ofSeconds(5));

        assertThat(ours.alive()).isFalse();
        assertThat(sleep.waitFor(5, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void aPidThatBelongsToSomebodyElseByNowIsLeftAlone() {
        RunningProcess earlier = new RunningProcess(sleep.pid(), "born another day");

        earlier.stop("KILL", Duration.ofSeconds(1));

        assertThat(earlier.alive()).isFalse();
        assertThat(sleep.isAlive()).isTrue();
    }

    @Test
    void downStopsOnlyWhatWasStartedHere(@TempDir Path data) throws InterruptedException {
        Place place = Place.of(data, 0);
        place.create();
        RunningProcess earlier = new RunningProcess(sleep.pid(), "born another day");
        place.statuses().put(Part.LEDGER, Status.NONE.starting(earlier).ready(1));

        assertThat(new Down(place).run()).isZero();
        assertThat(sleep.isAlive()).isTrue();

        place.statuses().put(Part.LEDGER, Status.NONE.starting(RunningProcess.of(sleep.pid())));

        assertThat(new Down(place).run()).isEqualTo(1);
        assertThat(sleep.waitFor(5, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void aStatusIsReadAsItWasWritten(@TempDir Path folder) {
        Statuses statuses = new Statuses(folder);
        Status status = Status.NONE.starting(RunningProcess.of(sleep.pid())).ready(1234);

        statuses.put(Part.GATEWAY, status);

        assertThat(statuses.get(Part.GATEWAY)).isEqualTo(status);
        assertThat(statuses.get(Part.GATEWAY).ready()).isTrue();
        assertThat(statuses.get(Part.LEDGER)).isEqualTo(Status.NONE);
    }
}
