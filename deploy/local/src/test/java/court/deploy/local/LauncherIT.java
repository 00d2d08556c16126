package court.deploy.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands as somebody types them, with the database as the only part. */
class LauncherIT {

    private static final int OFFSET = 5_400;

    @TempDir
    private static Path unpacked;

    @TempDir
    private Path folder;

    private Path data;
    private Path programs;
    private Place place;

    /** Each on its own data, all on the programs that the first unpacked. */
    @BeforeEach
    void choose() throws IOException {
        data = folder.resolve("data");
        place = Place.of(data, OFFSET);
        Path given = PostgresBinaries.unpack(unpacked);
        programs = Files.createDirectories(data.resolve("postgres")).resolve(given.getFileName());
        Files.createSymbolicLink(programs, given);
    }

    @AfterEach
    void down() throws IOException {
        run("down");
        Files.deleteIfExists(programs);
    }

    @Test
    void upTellsEachPartAndASecondUpSaysWhatIsRunning() {
        Shell.Result first = run("up");
        Shell.Result second = run("up");
        Shell.Result status = run("status");

        assertThat(first.output()).contains("postgres").contains("PSS").containsPattern("READY in \\d+ s\n$");
        assertThat(first.exit()).isZero();
        assertThat(second.output()).startsWith("Already running: postgres");
        assertThat(second.exit()).isZero();
        assertThat(status.output()).contains("127.0.0.1:" + (Part.POSTGRES.port + OFFSET));
        assertThat(status.exit()).isZero();
    }

    @Test
    void aKilledSupervisorLeavesThePartsAndTheNextOneTakesThemOver() {
        run("up");
        RunningProcess supervisor = process(Statuses.SUPERVISOR);
        RunningProcess postgres = process("postgres");

        supervisor.signal("KILL");
        assertThat(supervisor.awaitEnd(Duration.ofSeconds(5))).isTrue();
        Shell.Result again = run("up");

        assertThat(again.exit()).as(again.output()).isZero();
        assertThat(process("postgres")).isEqualTo(postgres);
        assertThat(process(Statuses.SUPERVISOR)).isNotEqualTo(supervisor);
    }

    @Test
    void theSupervisorStartsAKilledPartAgain() {
        run("up");
        RunningProcess postgres = process("postgres");

        postgres.signal("KILL");

        awaitReadyAgain(postgres);
        assertThat(place.statuses().get(Part.POSTGRES).restarts()).isEqualTo(1);
    }

    @Test
    void downStopsEverythingAndResetDeletesTheData() {
        run("up");
        RunningProcess postgres = process("postgres");
        RunningProcess supervisor = process(Statuses.SUPERVISOR);

        Shell.Result down = run("down");
        Shell.Result nothing = run("down");
        Shell.Result reset = run("reset");

        assertThat(down.output()).startsWith("Stopped");
        assertThat(nothing.output()).startsWith("Nothing was running");
        assertThat(postgres.alive() || supervisor.alive()).isFalse();
        assertThat(reset.exit()).isZero();
        assertThat(data).doesNotExist();
    }

    @Test
    void aTakenPortIsNamedAndNothingStarts() throws Exception {
        int port = Part.POSTGRES.port + OFFSET;
        try (ServerSocket taken = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            Shell.Result refused = run("up");

            assertThat(taken.isBound()).isTrue();
            assertThat(refused.exit()).isEqualTo(1);
            assertThat(refused.output())
                    .contains("Port " + port)
                    .contains("process " + ProcessHandle.current().pid());
            assertThat(place.statuses().get(Statuses.SUPERVISOR)).isEqualTo(Status.NONE);
        }
    }

    @Test
    void aPartThatCannotStartIsToldWithTheEndOfItsLog() throws Exception {
        run("up");
        run("down");
        Files.writeString(data.resolve("postgres/data/postgresql.conf"), "no_such_setting = on\n");

        Shell.Result failed = run("up");

        assertThat(failed.exit()).isEqualTo(1);
        assertThat(failed.output())
                .contains("postgres ended while it was starting")
                .contains("no_such_setting");
    }

    @Test
    void resetDeletesNothingThatIsNotOurs() throws Exception {
        Path precious = Files.createDirectories(data).resolve("precious");
        Files.writeString(precious, "mine");

        Shell.Result refused = run("reset");

        assertThat(refused.exit()).isEqualTo(1);
        assertThat(precious).hasContent("mine");
    }

    private void awaitReadyAgain(RunningProcess earlier) {
        for (int i = 0; i < 300; i++) {
            Status status = place.statuses().get(Part.POSTGRES);
            if (status.ready() && !earlier.equals(status.process())) {
                return;
            }
            Pause.millis(100);
        }
        throw new AssertionError("postgres did not come back");
    }

    private RunningProcess process(String name) {
        return Objects.requireNonNull(place.statuses().get(name).process());
    }

    private Shell.Result run(String command) {
        List<String> line = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin/java").toString()));
        line.addAll(List.of("-cp", System.getProperty("java.class.path"), Launcher.class.getName(), command));
        line.addAll(List.of("--data", data.toString(), "--port-offset", Integer.toString(OFFSET)));
        line.addAll(List.of("--parts", "postgres"));
        return Shell.run(new ProcessBuilder(line));
    }
}
