package court.deploy.acceptance;

import court.deploy.local.Part;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** Measured on the way and printed, never asserted: machines differ. */
final class Figures {

    private Figures() {}

    static void tell(String what, Duration took) {
        System.out.printf("MEASURED %s: %d ms%n", what, took.toMillis());
    }

    static void tell(String what, List<Duration> each) {
        List<Duration> sorted = each.stream().sorted().toList();
        System.out.printf(
                "MEASURED %s: median %d ms, slowest %d ms, of %d%n",
                what, sorted.get(sorted.size() / 2).toMillis(), sorted.getLast().toMillis(), sorted.size());
    }

    /** The PSS of all processes, database backends included, where the system tells it. */
    static void tellMemory() {
        long kilobytes = Platform.LOCAL.parts().stream()
                .map(Platform.LOCAL::pid)
                .flatMap(pid -> ProcessHandle.of(pid).stream())
                .flatMap(process -> Stream.concat(Stream.of(process), process.descendants()))
                .map(ProcessHandle::pid)
                .distinct()
                .mapToLong(Figures::pss)
                .sum();
        System.out.printf("MEASURED memory of %d parts: %d MB PSS%n", Part.values().length, kilobytes / 1024);
    }

    private static long pss(long pid) {
        try (Stream<String> lines = Files.lines(Path.of("/proc", Long.toString(pid), "smaps_rollup"))) {
            return lines.filter(line -> line.startsWith("Pss:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .sum();
        } catch (IOException notTold) {
            return 0;
        }
    }
}
