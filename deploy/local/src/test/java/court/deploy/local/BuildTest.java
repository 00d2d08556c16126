package court.deploy.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.EnumSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuildTest {

    private static final EnumSet<Part> TWO = EnumSet.of(Part.SIMULATORS, Part.LEDGER);

    @TempDir
    private Path home;

    private Build build;

    @BeforeEach
    void aBuiltCheckout() throws IOException {
        for (String module : new String[] {"platform", "ledger-service", "deploy/simulators"}) {
            Path sources = Files.createDirectories(home.resolve(module).resolve("src/main/java"));
            Files.createFile(sources.resolve("A.java"));
            Files.createFile(home.resolve(module).resolve("pom.xml"));
        }
        Files.createFile(home.resolve("pom.xml"));
        Files.createFile(home.resolve("deploy/pom.xml"));
        jar("ledger-service", "ledger-service-0.1.0-SNAPSHOT.jar");
        jar("ledger-service", "ledger-service-0.1.0-SNAPSHOT-tests.jar");
        jar("deploy/simulators", "simulators-0.1.0-SNAPSHOT.jar");
        build = new Build(new Place(home, home.resolve("data"), new Ports(0)));
    }

    @Test
    void nothingChangedNothingToBuild() {
        assertThat(build.stale(EnumSet.allOf(Part.class))).doesNotContain(Part.SIMULATORS, Part.LEDGER, Part.POSTGRES);
        assertThat(build.stale(TWO)).isEmpty();
    }

    @Test
    void aJarsModificationTimeSaysNothingForItIsAFixedOne() throws IOException {
        Path jar = home.resolve("ledger-service/target/ledger-service-0.1.0-SNAPSHOT.jar");
        Files.setLastModifiedTime(jar, FileTime.from(Instant.parse("2020-01-01T00:00:00Z")));

        assertThat(build.stale(TWO)).isEmpty();
    }

    @Test
    void aChangedSourceMakesItsServiceStale() throws IOException {
        change("ledger-service/src/main/java/A.java");

        assertThat(build.stale(TWO)).containsExactly(Part.LEDGER);
    }

    @Test
    void aChangeOfThePlatformMakesEveryServiceStale() throws IOException {
        change("platform/src/main/java/A.java");

        assertThat(build.stale(TWO)).containsExactly(Part.LEDGER);
    }

    @Test
    void aChangedVersionMakesEverythingStale() throws IOException {
        change("pom.xml");

        assertThat(build.stale(TWO)).containsExactly(Part.SIMULATORS, Part.LEDGER);
    }

    @Test
    void whatWasNeverBuiltIsStale() throws IOException {
        Files.delete(home.resolve("ledger-service/target/ledger-service-0.1.0-SNAPSHOT.jar"));

        assertThat(build.stale(TWO)).containsExactly(Part.LEDGER);
    }

    private void jar(String module, String name) throws IOException {
        Files.createFile(
                Files.createDirectories(home.resolve(module).resolve("target")).resolve(name));
    }

    private void change(String file) throws IOException {
        Files.setLastModifiedTime(
                home.resolve(file), FileTime.from(Instant.now().plusSeconds(60)));
    }
}
