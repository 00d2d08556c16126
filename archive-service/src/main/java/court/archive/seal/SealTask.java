package court.archive.seal;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Seals, one package after the other, on a thread of its own: what is to be done stands in the database, so it goes on where
 * it was left, whatever happened in between.
 */
@Component
class SealTask implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(SealTask.class);
    private static final Duration POLL = Duration.ofMillis(300);

    private final Sealings sealings;
    private final Sealer sealer;
    private final PackageProofs proofs;
    private final Clock clock;
    private final Duration quiet;
    private volatile boolean running;
    private volatile Thread thread = Thread.currentThread();

    SealTask(
            Sealings sealings,
            Sealer sealer,
            PackageProofs proofs,
            Clock clock,
            @Value("${court.seal.quiet}") Duration quiet) {
        this.sealings = sealings;
        this.sealer = sealer;
        this.proofs = proofs;
        this.clock = clock;
        this.quiet = quiet;
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofPlatform().name("seal").start(this::work);
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
            try {
                once();
                Thread.sleep(POLL);
            } catch (InterruptedException stopped) {
                return;
            } catch (RuntimeException trouble) {
                if (running) {
                    LOG.warn("sealing starts over: {}", trouble.toString());
                    pause();
                }
            }
        }
    }

    private void once() {
        requireNonNull(sealings.due(clock.instant()).collectList().block()).forEach(sealer::advance);
        requireNonNull(sealings.late(clock.instant(), quiet).collectList().block())
                .forEach(sealer::supplement);
        proofs.fetch().block();
    }

    private void pause() {
        try {
            Thread.sleep(Duration.ofSeconds(1));
        } catch (InterruptedException stopped) {
            running = false;
        }
    }
}
