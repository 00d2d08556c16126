package court.filing.deadline;

import court.filing.calendar.Announcements;
import court.platform.calendar.Calendars;
import court.platform.task.Rounds;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/**
 * Notices that the calendar changed and recomputes every running limit, by itself, on a thread of its own (K2). What it
 * finds undone when it starts it does.
 */
@Component
class RecomputeDeadlinesTask {

    private static final Logger LOG = LoggerFactory.getLogger(RecomputeDeadlinesTask.class);
    private static final Duration POLL = Duration.ofSeconds(2);
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private final Announcements announcements;
    private final Calendars calendars;
    private final Recomputing recomputing;

    RecomputeDeadlinesTask(Announcements announcements, Calendars calendars, Recomputing recomputing) {
        this.announcements = announcements;
        this.calendars = calendars;
        this.recomputing = recomputing;
    }

    @Bean
    Rounds recomputeDeadlines() {
        return new Rounds("recompute-deadlines", POLL, this::round);
    }

    private void round() {
        announcements.publish().block(LONGEST);
        Calendars.Edition edition = calendars.refresh();
        Long moved = recomputing.under(edition).block(LONGEST);
        if (moved != null && moved > 0) {
            LOG.info("{} running deadlines brought to calendar {}", moved, edition.id());
        }
    }
}
