package court.platform.notification;

import court.platform.notification.NotificationRows.Kept;
import court.platform.notification.NotificationRows.Row;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends prompts that are due, by itself: whatever a process left behind when it died is due again. Only so many are under way
 * at once, so that a slow provider is not run over; what became of them is kept together in the next round.
 */
final class SendNotificationsTask implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SendNotificationsTask.class);
    private static final Duration LONGEST = Duration.ofMinutes(1);
    private static final int MOST_AT_ONCE = 32;

    private final Delivery delivery;
    private final NotificationFigures figures;
    private final Set<UUID> underWay = ConcurrentHashMap.newKeySet();
    private final Queue<Kept> done = new ConcurrentLinkedQueue<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    SendNotificationsTask(Delivery delivery, NotificationFigures figures) {
        this.delivery = delivery;
        this.figures = figures;
    }

    /** Keeps what became of earlier ones and looks what is due. */
    void round() {
        keep();
        int free = MOST_AT_ONCE - underWay.size();
        List<Row> taken = free > 0 ? delivery.take(free).block(LONGEST) : List.of();
        if (taken != null) {
            taken.forEach(this::begin);
        }
        figures.refresh();
    }

    private void begin(Row taken) {
        if (underWay.add(taken.id())) {
            threads.execute(() -> exchange(taken));
        }
    }

    private void exchange(Row taken) {
        try {
            delivery.exchange(taken).blockOptional(LONGEST).ifPresent(done::add);
        } catch (RuntimeException trouble) {
            LOG.error("prompt {} stays as it is and is taken up again", taken.id(), trouble);
            underWay.remove(taken.id());
        }
    }

    /** When it cannot be kept now, the next round tries again. */
    private void keep() {
        List<Kept> batch = new ArrayList<>(done);
        if (!batch.isEmpty()) {
            delivery.keep(batch).block(LONGEST);
            done.removeAll(batch);
            batch.forEach(it -> underWay.remove(it.was().id()));
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
        keep();
    }
}
