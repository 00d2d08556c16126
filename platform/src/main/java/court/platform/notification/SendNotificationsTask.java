package court.platform.notification;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends prompts that are due, by itself: whatever a process left behind when it died is due again. Only so many are under way
 * at once, so that a slow provider is not run over.
 */
final class SendNotificationsTask implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SendNotificationsTask.class);
    private static final Duration LONGEST = Duration.ofMinutes(1);
    private static final int MOST_AT_ONCE = 8;

    private final Delivery delivery;
    private final NotificationFigures figures;
    private final Set<UUID> underWay = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    SendNotificationsTask(Delivery delivery, NotificationFigures figures) {
        this.delivery = delivery;
        this.figures = figures;
    }

    /** One look at what is due. */
    void round() {
        List<UUID> due = delivery.due(2 * MOST_AT_ONCE).block(LONGEST);
        if (due != null) {
            due.forEach(this::begin);
        }
        figures.refresh();
    }

    private void begin(UUID id) {
        if (underWay.size() < MOST_AT_ONCE && underWay.add(id)) {
            threads.execute(() -> exchange(id));
        }
    }

    private void exchange(UUID id) {
        try {
            delivery.exchange(id).block(LONGEST);
        } catch (RuntimeException trouble) {
            LOG.error("prompt {} stays as it is and is taken up again", id, trouble);
        } finally {
            underWay.remove(id);
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
