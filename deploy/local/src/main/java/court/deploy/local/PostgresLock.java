package court.deploy.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The lock that PostgreSQL leaves in its folder when it is killed. It normally clears it itself, but refuses when
 * the pid in it belongs to some other process by now. The lock is removed only when no process of this database is left:
 * a second server beside surviving ones would destroy the data.
 */
final class PostgresLock {

    private static final int WAIT_MILLIS = 10_000;
    private static final int STEP_MILLIS = 50;

    private PostgresLock() {}

    static void clear(Path data) throws IOException {
        Path lock = data.resolve("postmaster.pid");
        if (!Files.exists(lock) || !Files.exists(Path.of("/proc/self/cwd"))) {
            return;
        }
        for (int waited = 0; inUse(data); waited += STEP_MILLIS) {
            if (waited > WAIT_MILLIS) {
                throw new Failure("Processes of an earlier PostgreSQL still use " + data);
            }
            Pause.millis(STEP_MILLIS);
        }
        Files.delete(lock);
    }

    /** PostgreSQL's processes all work inside their data folder. */
    private static boolean inUse(Path data) {
        return ProcessHandle.allProcesses().anyMatch(process -> worksIn(process.pid(), data));
    }

    private static boolean worksIn(long pid, Path data) {
        Path folder = Path.of("/proc", Long.toString(pid), "cwd");
        try {
            return Files.readSymbolicLink(folder).equals(data.toRealPath());
        } catch (IOException goneOrNotOurs) {
            return false;
        }
    }
}
