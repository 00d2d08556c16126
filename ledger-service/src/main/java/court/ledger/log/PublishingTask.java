package court.ledger.log;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/**
 * Shows the world what was signed, beside the sequencer: tiles are forced while the next facts are entered, and of several
 * trees signed meanwhile only the newest is laid out.
 */
@Component
class PublishingTask {

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final long POLL_MILLIS = 500;

    private final Publication publication;
    private final Semaphore wakes = new Semaphore(0);

    PublishingTask(Publication publication) {
        this.publication = publication;
    }

    /** Something was signed: look at once. */
    void wake() {
        wakes.release();
    }

    void round() throws InterruptedException {
        wakes.tryAcquire(POLL_MILLIS, TimeUnit.MILLISECONDS);
        wakes.drainPermits();
        publication.attempt().block(PATIENCE);
    }
}
