package court.asset.request;

import court.platform.task.Rounds;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/**
 * Sends requests that are due and asks about those whose outcome is unknown, by itself: whatever a process left behind when it
 * died is due again. Each exchange has a thread of its own and each institution only so many, so that a slow one delays nobody
 * else.
 */
@Component
class SendRequestsTask implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SendRequestsTask.class);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration LONGEST = Duration.ofMinutes(1);

    private final Requests requests;
    private final Exchanges exchanges;
    private final int mostAtOnce;
    private final Map<UUID, String> underWay = new ConcurrentHashMap<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    SendRequestsTask(Requests requests, Exchanges exchanges, Patience patience) {
        this.requests = requests;
        this.exchanges = exchanges;
        this.mostAtOnce = patience.mostAtOnce();
    }

    @Bean
    Rounds sendRequests() {
        return new Rounds("send-requests", POLL, this::round);
    }

    private void round() {
        List<Requests.Due> due = requests.due(2 * mostAtOnce).block(LONGEST);
        if (due != null) {
            due.forEach(this::begin);
        }
    }

    private void begin(Requests.Due due) {
        long ofThis =
                underWay.values().stream().filter(due.institution()::equals).count();
        if (ofThis < mostAtOnce && underWay.putIfAbsent(due.number(), due.institution()) == null) {
            threads.execute(() -> exchange(due.number()));
        }
    }

    private void exchange(UUID number) {
        try {
            exchanges.exchange(number).block(LONGEST);
        } catch (RuntimeException trouble) {
            LOG.error("request {} stays as it is and is taken up again", number, trouble);
        } finally {
            underWay.remove(number);
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
        try {
            if (!threads.awaitTermination(5, TimeUnit.SECONDS)) {
                LOG.warn("requests were under way when the task ended; they are taken up again");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
