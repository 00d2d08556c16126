package court.archive.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HundredPagesIT {

    @TempDir
    Path folder;

    @Test
    void aHundredPagesArePrintedInTheHeapOfTheLocalRun() throws Exception {
        Path file = folder.resolve("main.pdf");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        HundredPages.class.getName(),
                        file.toString())
                .redirectErrorStream(true)
                .start();

        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).as(output).isZero();
        assertThat(output).contains("100 pages in", "[]");
        assertThat(ArchiveStandard.faults(file)).isEmpty();
    }
}
