package court.platform.task;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
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
    private volatile @Nullable Thread thread;

    /** One round; may block. It is interrupted when it has to stop. */
    @FunctionalInterface
    public interface Round {

        void go() throws Exception;
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
        // known before it runs: it goes on only while it is the one known
        Thread fresh = Thread.ofPlatform().name(name).unstarted(this::work);
        thread = fresh;
        fresh.start();
    }

    @Override
    public void stop() {
        Thread going = thread;
        thread = null;
        if (going == null) {
            return;
        }
        going.interrupt();
        try {
            going.join(LONGEST_STOP);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    private void work() {
        while (goesOn()) {
            once();
            rest();
        }
    }

    private boolean goesOn() {
        return thread == Thread.currentThread();
    }

    private void once() {
        try {
            round.go();
        } catch (Exception | Error trouble) {
            if (goesOn()) {
                LOG.warn("{} goes on with the next round: {}", name, trouble.toString());
            }
        }
    }

    private void rest() {
        try {
            if (goesOn()) {
                Thread.sleep(pause);
            }
        } catch (InterruptedException woken) {
            // by stop, which goesOn sees; or by a round that left its interrupt behind, which ends nothing
        }
    }
}
