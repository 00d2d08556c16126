package court.filing.outage;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Gives a sign of life again and again, on a thread of its own. While the database is away it is silent, as it should be. */
@Component
class HeartbeatTask implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(HeartbeatTask.class);
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private final Heartbeat heartbeat;
    private final Duration every;
    private volatile boolean running;
    private volatile Thread thread = Thread.currentThread();

    HeartbeatTask(Heartbeat heartbeat, @Value("${court.heartbeat.every}") Duration every) {
        this.heartbeat = heartbeat;
        this.every = every;
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofPlatform().name("heartbeat").start(this::work);
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
        Long last = null;
        while (running) {
            long now = System.nanoTime();
            if (beat(last == null ? null : Duration.ofNanos(now - last))) {
                last = now;
            }
            try {
                Thread.sleep(every);
            } catch (InterruptedException stopped) {
                return;
            }
        }
    }

    private boolean beat(@Nullable Duration ran) {
        try {
            heartbeat.beat(ran).block(LONGEST);
            return true;
        } catch (RuntimeException trouble) {
            if (running) {
                LOG.warn("no sign of life could be given: {}", trouble.toString());
            }
            return false;
        }
    }
}
