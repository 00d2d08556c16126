package court.deploy.bench;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Time that processes have spent on the processor, as {@code /proc} tells it (proc(5)). */
final class Processor {

    /** Of a second; what Linux counts processor time in. */
    private static final double TICKS = 100;

    /** Names of threads are cut after 15 letters. */
    private static final String COMPILER = "CompilerThre";

    private static final int USER = 11;
    private static final int OWN_AND_ENDED_CHILDREN = 4;
    private static final int OWN = 2;
    private static final int IDLE = 3;
    private static final int WAITING_FOR_DISK = 4;
    private static final int STEAL = 7;

    private Processor() {}

    /** Seconds of a process; with its children, also of those that ended. */
    static double seconds(long pid, boolean withChildren) {
        return (withChildren ? ticksWithChildren(pid) : ticks(pid, OWN)) / TICKS;
    }

    private static double ticksWithChildren(long pid) {
        List<Long> children = ProcessHandle.of(pid).stream()
                .flatMap(ProcessHandle::descendants)
                .map(ProcessHandle::pid)
                .toList();
        double all = ticks(pid, OWN_AND_ENDED_CHILDREN);
        for (long child : children) {
            all += ticks(child, OWN);
        }
        return all;
    }

    private static long ticks(long pid, int fields) {
        return ticks(Path.of("/proc", Long.toString(pid), "stat"), fields);
    }

    private static long ticks(Path file, int fields) {
        try {
            String stat = Files.readString(file);
            // the command in brackets may itself hold spaces and brackets
            String[] values = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            return Stream.of(values)
                    .skip(USER)
                    .limit(fields)
                    .mapToLong(Long::parseLong)
                    .sum();
        } catch (IOException ended) {
            return 0;
        }
    }

    /** Of a Java process's seconds, those that went into compiling: they end when it is warm. */
    static double compilingSeconds(long pid) throws IOException {
        double all = 0;
        try (DirectoryStream<Path> threads = Files.newDirectoryStream(Path.of("/proc", Long.toString(pid), "task"))) {
            for (Path thread : threads) {
                if (name(thread).contains(COMPILER)) {
                    all += ticks(thread.resolve("stat"), OWN);
                }
            }
        }
        return all / TICKS;
    }

    /** Empty of a thread that has ended since it was listed. */
    private static String name(Path thread) {
        try {
            return Files.readString(thread.resolve("comm"));
        } catch (IOException ended) {
            return "";
        }
    }

    /** Seconds that all processors together were busy with anything, and those taken by other guests of the host. */
    static double busySeconds() throws IOException {
        List<Long> all = new ArrayList<>();
        String line = Files.readAllLines(Path.of("/proc/stat")).getFirst();
        for (String value : line.replaceFirst("cpu +", "").split(" ")) {
            all.add(Long.valueOf(value));
        }
        // what guests take is in user time already
        long busy =
                all.subList(0, STEAL + 1).stream().mapToLong(Long::longValue).sum();
        return (busy - all.get(IDLE) - all.get(WAITING_FOR_DISK)) / TICKS;
    }

    static String load() throws IOException {
        return String.join(
                " ",
                List.of(Files.readString(Path.of("/proc/loadavg")).split(" ")).subList(0, 3));
    }
}
