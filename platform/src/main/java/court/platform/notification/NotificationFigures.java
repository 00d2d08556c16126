package court.platform.notification;

import court.platform.notification.Notification.Next;
import court.platform.notification.Notification.State;
import court.platform.notification.NotificationList.Figures;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What operations see of prompts: how many wait and since when, how many failed, what went by which way. */
final class NotificationFigures {

    private static final Logger LOG = LoggerFactory.getLogger(NotificationFigures.class);
    private static final Duration EVERY = Duration.ofSeconds(5);

    private final NotificationList list;
    private final MeterRegistry meters;
    private final Clock clock;
    private volatile Figures figures = new Figures(0, 0, null);
    private volatile Instant next = Instant.MIN;

    NotificationFigures(NotificationList list, MeterRegistry meters, Clock clock) {
        this.list = list;
        this.meters = meters;
        this.clock = clock;
        Gauge.builder("court.notifications.waiting", this, it -> it.figures.waiting())
                .description("prompts not yet with a provider")
                .register(meters);
        Gauge.builder("court.notifications.failed", this, it -> it.figures.failed())
                .description("prompts that never arrived, to be looked after by people")
                .register(meters);
        Gauge.builder("court.notifications.oldest.waiting", this, NotificationFigures::oldestSeconds)
                .description("since when the oldest prompt waits")
                .baseUnit("seconds")
                .register(meters);
    }

    /** What became of one. */
    void count(Notification taken, Next after) {
        meters.counter(
                        "court.notifications.exchanges",
                        "channel",
                        taken.channel().name(),
                        "state",
                        after.state().name())
                .increment();
        if (after.state() == State.FAILED) {
            LOG.warn("prompt {} failed for good: {}", taken.id(), after.error());
        }
    }

    /** Counts anew, now and then; blocks. */
    void refresh() {
        Instant now = clock.instant();
        if (now.isBefore(next) && Duration.between(now, next).compareTo(EVERY) <= 0) {
            return;
        }
        next = now.plus(EVERY);
        Figures counted = list.figures().block(Duration.ofSeconds(20));
        figures = counted == null ? figures : counted;
    }

    private double oldestSeconds() {
        Instant oldest = figures.oldestWaiting();
        return oldest == null
                ? 0
                : Math.max(0, Duration.between(oldest, clock.instant()).toSeconds());
    }
}
