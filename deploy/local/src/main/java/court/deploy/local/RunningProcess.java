package court.deploy.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * A process that we started, recognised again later.
 *
 * @param born when it started: a pid alone may meanwhile belong to somebody else, who must never be killed
 */
record RunningProcess(long pid, String born) {

    private static final Path BOOT = Path.of("/proc/sys/kernel/random/boot_id");
    private static final int STATE = 0;
    private static final int START_TIME = 19;

    static RunningProcess of(long pid) {
        return new RunningProcess(pid, born(pid).orElse("ended"));
    }

    boolean alive() {
        return born(pid).filter(born::equals).isPresent();
    }

    /** Sends INT, TERM, KILL …, unless the process is gone. */
    void signal(String name) {
        if (alive()) {
            Shell.run("kill", "-" + name, Long.toString(pid));
        }
    }

    /** Asks it to stop, and makes it stop when it has not done so in time. */
    void stop(String signal, Duration patience) {
        signal(signal);
        if (!awaitEnd(patience)) {
            signal("KILL");
            awaitEnd(patience);
        }
    }

    boolean awaitEnd(Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        while (alive()) {
            if (System.nanoTime() > end) {
                return false;
            }
            Pause.millis(20);
        }
        return true;
    }

    private static Optional<String> born(long pid) {
        if (!Files.exists(BOOT)) {
            return ProcessHandle.of(pid)
                    .filter(ProcessHandle::isAlive)
                    .flatMap(it -> it.info().startInstant())
                    .map(Object::toString);
        }
        try {
            String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
            // proc(5): the command in brackets may itself hold spaces and brackets
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            boolean over = fields[STATE].equals("Z") || fields[STATE].equals("X");
            return over
                    ? Optional.empty()
                    : Optional.of(
                            fields[START_TIME] + "@" + Files.readString(BOOT).strip());
        } catch (IOException gone) {
            return Optional.empty();
        }
    }
}
