package court.deploy.bench;

import court.deploy.local.Failure;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Many do the same thing again and again, each as soon as it is done.
 *
 * @param perSecond things done; a group of twenty counts twenty
 * @param all how many in all, those before counting began too
 */
record Rush(double perSecond, long all, Percentiles times) {

    private static final Duration LEAD_IN = Duration.ofSeconds(3);

    /** What somebody does once. */
    interface Work {

        /** How many things that were. */
        int once(int person) throws Exception;
    }

    static Rush run(Thread.Builder threads, int people, Duration time, Work work) throws InterruptedException {
        long begin = System.nanoTime() + LEAD_IN.toNanos();
        long end = begin + time.toNanos();
        AtomicLong done = new AtomicLong();
        AtomicLong all = new AtomicLong();
        Queue<Long> nanos = new ConcurrentLinkedQueue<>();
        AtomicReference<@Nullable Exception> failure = new AtomicReference<>();
        List<Thread> everybody = IntStream.range(0, people)
                .mapToObj(person -> threads.start(() -> {
                    try {
                        while (System.nanoTime() - end < 0 && failure.get() == null) {
                            long from = System.nanoTime();
                            int things = work.once(person);
                            all.addAndGet(things);
                            if (from - begin >= 0) {
                                done.addAndGet(things);
                                nanos.add(System.nanoTime() - from);
                            }
                        }
                    } catch (Exception failed) {
                        failure.compareAndSet(null, failed);
                    }
                }))
                .toList();
        for (Thread thread : everybody) {
            thread.join();
        }
        Exception failed = failure.get();
        if (failed != null) {
            throw new Failure("failed under load: " + failed, failed);
        }
        return new Rush(done.get() * 1e9 / time.toNanos(), all.get(), Percentiles.ofNanos(nanos));
    }
}
