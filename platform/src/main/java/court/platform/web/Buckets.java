package court.platform.web;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;

/**
 * One bucket of tokens per key, such as an address or a person: each attempt takes one, a steady drip refills it. A full bucket needs no memory, so
 * idle keys are forgotten. Per process, not shared between several.
 */
public final class Buckets {

    private static final int MANY = 10_000;

    private final Map<String, Bucket> buckets = new ConcurrentHashMap<>();
    private final int size;
    private final long drip;
    private final LongSupplier nanoTime;

    /** @param fullAgainAt nano time at which all tokens taken will have dripped in again */
    private record Bucket(long fullAgainAt) {}

    public Buckets(int size, int perMinute, LongSupplier nanoTime) {
        this.size = size;
        this.drip = Duration.ofMinutes(1).toNanos() / perMinute;
        this.nanoTime = nanoTime;
    }

    /** Takes a token. Zero when there was one, else how long until the next drips in. */
    public Duration take(String address) {
        long now = nanoTime.getAsLong();
        if (buckets.size() > MANY) {
            buckets.values().removeIf(bucket -> bucket.fullAgainAt() - now <= 0);
        }
        AtomicReference<Duration> wait = new AtomicReference<>(Duration.ZERO);
        buckets.compute(address, (key, bucket) -> {
            long from = bucket == null || bucket.fullAgainAt() - now < 0 ? now : bucket.fullAgainAt();
            long over = from + drip - now - size * drip;
            if (over > 0) {
                wait.set(Duration.ofNanos(over));
                return bucket;
            }
            return new Bucket(from + drip);
        });
        return wait.get();
    }

    int remembered() {
        return buckets.size();
    }
}
