package court.platform.vault;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/** The keys used last, for a short time only: a key destroyed by another process must stop working here too. */
final class KeyCache {

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Known(byte[] key, long since) {}

    private final long nanosKept;
    private final LongSupplier nanoTime;
    private final Map<String, Known> known;

    KeyCache(int most, Duration kept, LongSupplier nanoTime) {
        this.nanosKept = kept.toNanos();
        this.nanoTime = nanoTime;
        this.known = new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Known> eldest) {
                return size() > most;
            }
        };
    }

    long now() {
        return nanoTime.getAsLong();
    }

    synchronized Optional<byte[]> find(String name) {
        Known found = known.get(name);
        if (found == null) {
            return Optional.empty();
        }
        if (now() - found.since >= nanosKept) {
            known.remove(name);
            return Optional.empty();
        }
        return Optional.of(found.key);
    }

    /** @param asked when reading it began; it may have been destroyed since */
    synchronized void remember(String name, byte[] key, long asked) {
        known.put(name, new Known(key, asked));
    }

    synchronized void forget(String name) {
        known.remove(name);
    }
}
