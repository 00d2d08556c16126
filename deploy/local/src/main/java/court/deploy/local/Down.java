package court.deploy.local;

import java.time.Duration;
import java.util.Set;

/** Stops what was started here, those first that others do not need; gently, then hard. Touches nothing else. */
final class Down {

    static final Duration PATIENCE = Duration.ofSeconds(15);

    private final Place place;
    private final Statuses statuses;

    Down(Place place) {
        this.place = place;
        this.statuses = place.statuses();
    }

    /** How many processes were stopped. */
    int run() {
        int stopped = supervisor();
        for (Set<Part> together : Part.STOPPING) {
            stopped += (int) together.parallelStream().filter(this::stop).count();
        }
        return stopped;
    }

    private int supervisor() {
        Status supervisor = statuses.get(Statuses.SUPERVISOR);
        RunningProcess process = supervisor.process();
        boolean running = process != null
                && process.alive()
                && process.pid() != ProcessHandle.current().pid();
        if (process != null && running) {
            process.stop("TERM", PATIENCE);
        }
        statuses.put(Statuses.SUPERVISOR, supervisor.stopped());
        return running ? 1 : 0;
    }

    boolean stop(Part part) {
        Status status = statuses.get(part);
        RunningProcess process = status.process();
        boolean running = process != null && process.alive();
        if (process != null && running) {
            process.stop(Program.of(part, place).stopSignal(), PATIENCE);
        }
        if (status != Status.NONE) {
            statuses.put(part, status.stopped());
        }
        return running;
    }
}
