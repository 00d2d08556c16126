package court.platform.task;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Goes the same round again and again on a thread of its own, as long as the service runs. A round that fails is told in the
 * log and the next one comes all the same, so what is to be done belongs in the database and not in memory.
 */
public final class Rounds implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);
    private static final Duration LONGEST_STOP = Duration.ofSeconds(10);

    private final String name;
    private final Duration pause;
    private final Round round;
    private volatile boolean running;
    private volatile Thread thread = Thread.currentThread();

    /** One round; may block. */
    @FunctionalInterface
    public interface Round {

        void go() throws InterruptedException;
    }

    /**
     * @param name of the thread
     * @param pause from the end of a round to the next
     */
    public Rounds(String name, Duration pause, Round round) {
        this.name = name;
        this.pause = pause;
        this.round = round;
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofPlatform().name(name).start(this::work);
    }

    @Override
    public void stop() {
        running = false;
        thread.interrupt();
        try {
            thread.join(LONGEST_STOP);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void work() {
        try {
            while (running) {
                once();
                Thread.sleep(pause);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void once() throws InterruptedException {
        try {
            round.go();
        } catch (RuntimeException trouble) {
            if (running) {
                LOG.warn("{} goes on with the next round: {}", name, trouble.toString());
            }
        }
    }
}
