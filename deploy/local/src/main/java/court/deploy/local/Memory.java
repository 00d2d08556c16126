package court.deploy.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What processes and their children hold in memory, each shared page counted once (PSS).
 *
 * @param kilobytes all together
 * @param processes how many there are, database backends included
 */
record Memory(long kilobytes, int processes) {

    /** Nothing where the system does not say. */
    static Optional<Memory> of(Collection<RunningProcess> parents) {
        if (!Files.exists(Path.of("/proc/self/smaps_rollup"))) {
            return Optional.empty();
        }
        Set<Long> all = parents.stream()
                .filter(RunningProcess::alive)
                .flatMap(parent -> ProcessHandle.of(parent.pid()).stream())
                .flatMap(parent -> Stream.concat(Stream.of(parent), parent.descendants()))
                .map(ProcessHandle::pid)
                .collect(Collectors.toSet());
        return Optional.of(new Memory(all.stream().mapToLong(Memory::pss).sum(), all.size()));
    }

    private static long pss(long pid) {
        try (Stream<String> lines = Files.lines(Path.of("/proc", Long.toString(pid), "smaps_rollup"))) {
            return lines.filter(line -> line.startsWith("Pss:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .sum();
        } catch (IOException endedMeanwhile) {
            return 0;
        }
    }

    String text() {
        return "%d MB (PSS of %d processes)".formatted(kilobytes / 1024, processes);
    }
}
