package court.deploy.bench;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;

/** Counts lives and times steps, of all applicants together, while it is told to. */
final class Tally {

    private final Map<Step, Queue<Long>> nanos = new EnumMap<>(Step.class);
    private final AtomicLong lives = new AtomicLong();
    private volatile boolean counting;

    Tally() {
        for (Step step : Step.values()) {
            nanos.put(step, new ConcurrentLinkedQueue<>());
        }
    }

    void counting(boolean now) {
        counting = now;
    }

    <T> T time(Step step, Callable<T> work) throws Exception {
        long begun = System.nanoTime();
        T result = work.call();
        if (counting) {
            timesOf(step).add(System.nanoTime() - begun);
        }
        return result;
    }

    /** A filing has become a case. */
    void lived() {
        if (counting) {
            lives.incrementAndGet();
        }
    }

    long lives() {
        return lives.get();
    }

    Percentiles of(Step step) {
        return Percentiles.ofNanos(timesOf(step));
    }

    private Queue<Long> timesOf(Step step) {
        return Objects.requireNonNull(nanos.get(step));
    }
}
