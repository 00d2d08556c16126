package court.deploy.bench;

import court.deploy.local.Failure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Many applicants at once on one side: first unmeasured until they stand at different steps, then measured. */
final class Load {

    private static final Duration LEAD_IN = Duration.ofSeconds(5);
    private static final Duration LOOK = Duration.ofMillis(20);

    private final Side side;
    private final List<Life> lives = new ArrayList<>();
    private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();
    private volatile boolean over;

    Load(Side side, int applicants) throws Exception {
        this.side = side;
        for (int i = 0; i < applicants; i++) {
            lives.add(side.life(i));
        }
    }

    /** One round; refuses when any applicant got another answer than the expected one. */
    Figures run(Duration time, long mostLives) throws Exception {
        Tally tally = new Tally();
        List<Thread> threads = lives.stream()
                .map(life -> side.threads().start(() -> play(life, tally)))
                .toList();
        try {
            Thread.sleep(LEAD_IN);
            return measured(tally, time, mostLives);
        } finally {
            over = true;
            for (Thread thread : threads) {
                thread.join();
            }
            for (Life life : lives) {
                life.close();
            }
            refuseFailure();
        }
    }

    private Figures measured(Tally tally, Duration time, long mostLives) throws Exception {
        CounterRow counter = new CounterRow(side.database());
        Thread looker = Thread.ofPlatform().name("counter-row").start(counter);
        Reading before = Reading.of(side);
        tally.counting(true);
        while (tally.lives() < mostLives
                && System.nanoTime() - before.nanos() < time.toNanos()
                && failure.get() == null) {
            Thread.sleep(LOOK);
        }
        tally.counting(false);
        Reading after = Reading.of(side);
        return Figures.of(side, tally, before, after, counter.seen(looker));
    }

    private void play(Life life, Tally tally) {
        try {
            while (!over && failure.get() == null) {
                life.play(tally);
            }
        } catch (Exception failed) {
            failure.compareAndSet(null, failed);
        }
    }

    private void refuseFailure() {
        Exception failed = failure.get();
        if (failed != null) {
            throw new Failure("The " + side.name() + " failed under load: " + failed, failed);
        }
    }
}
