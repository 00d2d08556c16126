package court.filing.deadline;

import court.filing.calendar.Announcements;
import court.platform.calendar.Calendars;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Notices that the calendar changed and recomputes every running limit, by itself, on a thread of its own (K2). What it
 * finds undone when it starts it does.
 */
@Component
class RecomputeDeadlinesTask implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(RecomputeDeadlinesTask.class);
    private static final Duration POLL = Duration.ofSeconds(2);
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private final Announcements announcements;
    private final Calendars calendars;
    private final Recomputing recomputing;
    private volatile boolean running;
    private volatile Thread thread = Thread.currentThread();

    RecomputeDeadlinesTask(Announcements announcements, Calendars calendars, Recomputing recomputing) {
        this.announcements = announcements;
        this.calendars = calendars;
        this.recomputing = recomputing;
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofPlatform().name("recompute-deadlines").start(this::work);
    }

    @Override
    public void stop() {
        running = false;
        thread.interrupt();
        try {
            thread.join(Duration.ofSeconds(10));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void work() {
        while (running) {
            round();
            try {
                Thread.sleep(POLL);
            } catch (InterruptedException stopped) {
                return;
            }
        }
    }

    private void round() {
        try {
            announcements.publish().block(LONGEST);
            Calendars.Edition edition = calendars.refresh();
            Long moved = recomputing.under(edition).block(LONGEST);
            if (moved != null && moved > 0) {
                LOG.info("{} running deadlines brought to calendar {}", moved, edition.id());
            }
        } catch (RuntimeException trouble) {
            if (running) {
                LOG.warn("deadlines are recomputed next time: {}", trouble.toString());
            }
        }
    }
}
