package court.deploy.local;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps one part running.
 *
 * <pre>
 *   waiting ──needs are ready──▶ starting ──answers──▶ ready
 *      ▲                            │                    │
 *      └──────after a pause─────────┴───────died─────────┘
 * </pre>
 *
 * A part found running, left by an earlier supervisor, is taken over as it is.
 */
final class Watch implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(Watch.class);
    private static final int STEP_MILLIS = 100;
    private static final int FIRST_PAUSE_MILLIS = 300;
    private static final int LONGEST_PAUSE_MILLIS = 10_000;

    private final Part part;
    private final Place place;
    private final Program program;
    private final Statuses statuses;
    private final BooleanSupplier mayStart;
    private final Object starting = new Object();
    private volatile Status status = Status.NONE;
    private volatile boolean over;
    private volatile boolean held;
    private int failures;

    Watch(Part part, Place place, BooleanSupplier mayStart) {
        this.part = part;
        this.place = place;
        this.program = Program.of(part, place);
        this.statuses = place.statuses();
        this.mayStart = mayStart;
    }

    Status status() {
        return status;
    }

    Program program() {
        return program;
    }

    /** Leaves the part down when it ends, until told otherwise. */
    void hold(boolean hold) {
        held = hold;
        synchronized (starting) {
            // a start that was under way is over, and its process known
        }
    }

    /** Watches no longer; the part goes on. */
    void end() {
        over = true;
        hold(true);
    }

    @Override
    public void run() {
        status = statuses.get(part);
        while (!over) {
            try {
                live();
            } catch (Failure | IOException | UncheckedIOException e) {
                failed(String.valueOf(e.getMessage()));
            }
        }
    }

    private void live() throws IOException {
        if (status.alive()) {
            LOG.info("{}: found running", part.label());
        } else {
            awaitPermission();
            start();
        }
        RunningProcess process = status.process();
        if (process == null) {
            return;
        }
        awaitReady(process);
        failures = 0;
        while (!over && process.alive()) {
            Pause.millis(STEP_MILLIS);
        }
        if (!over) {
            LOG.warn("{}: process {} ended", part.label(), process.pid());
            set(held ? status.stopped() : status.died());
        }
    }

    private void awaitPermission() {
        Pause.millis(pause());
        while (!over && (held || !mayStart.getAsBoolean())) {
            Pause.millis(STEP_MILLIS);
        }
    }

    private int pause() {
        int rounds = failures + (status.restarts() > 0 ? 1 : 0);
        return rounds == 0 ? 0 : Math.min(FIRST_PAUSE_MILLIS << Math.min(rounds - 1, 10), LONGEST_PAUSE_MILLIS);
    }

    private void start() throws IOException {
        ProcessBuilder builder = program.command();
        Logs.makeRoom(place.log(part.label()));
        builder.redirectInput(Redirect.from(new File("/dev/null")))
                .redirectErrorStream(true)
                .redirectOutput(Redirect.appendTo(place.log(part.label()).toFile()));
        synchronized (starting) {
            if (!over && !held) {
                set(status.starting(RunningProcess.of(builder.start().pid())));
            }
        }
    }

    private void awaitReady(RunningProcess process) {
        long begun = System.nanoTime();
        while (!program.ready()) {
            long waited = (System.nanoTime() - begun) / 1_000_000;
            if (!process.alive()) {
                throw new Failure(part.label() + " ended while it was starting.");
            }
            if (waited > StartLimit.millis()) {
                process.signal("KILL");
                failures = StartLimit.ATTEMPTS;
                throw new Failure(part.label() + " was not ready within " + waited / 1000 + " s.");
            }
            Pause.millis(STEP_MILLIS);
        }
        long took = (System.nanoTime() - begun) / 1_000_000;
        set(status.ready(status.state() == Status.State.READY ? status.tookMillis() : took));
        LOG.info("{}: ready after {} ms", part.label(), took);
    }

    private void failed(String why) {
        RunningProcess process = status.process();
        if (process != null && process.alive()) {
            process.stop(program.stopSignal(), Down.PATIENCE);
        }
        if (held) {
            set(status.stopped());
            return;
        }
        failures++;
        LOG.warn("{}: attempt {} failed: {}", part.label(), failures, why);
        set(failures < StartLimit.ATTEMPTS ? status.waiting() : status.failed(why));
    }

    private void set(Status now) {
        status = now;
        statuses.put(part, now);
    }
}
