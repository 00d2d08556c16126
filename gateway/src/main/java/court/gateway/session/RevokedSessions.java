package court.gateway.session;

import court.platform.security.AccessRefusal;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * The sessions that ended while access tokens of theirs may still be about. What ends here is known at once, what ends
 * at another gateway when it is next looked up. Knowledge that grew too old refuses everybody rather than let somebody in.
 */
final class RevokedSessions {

    /** A gateway that has not heard from the database for this long trusts its list no more. */
    static final Duration TRUSTED = Duration.ofSeconds(5);

    private final Map<UUID, Instant> ended = new ConcurrentHashMap<>();
    private final LongSupplier nanoTime;
    private volatile long learnedAt;

    RevokedSessions(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.learnedAt = nanoTime.getAsLong() - TRUSTED.toNanos() - 1;
    }

    void add(UUID session, Instant at) {
        ended.put(session, at);
    }

    /**
     * Takes what the database knows. Adds, never replaces: what ended here a moment ago may not be in the answer.
     *
     * @param askedAt nano time at which the database was asked
     * @param forget older than any token still good
     */
    void learn(Map<UUID, Instant> known, long askedAt, Instant forget) {
        ended.putAll(known);
        ended.values().removeIf(at -> at.isBefore(forget));
        learnedAt = askedAt;
    }

    boolean contains(UUID session) {
        if (nanoTime.getAsLong() - learnedAt > TRUSTED.toNanos()) {
            throw AccessRefusal.CHECK_UNAVAILABLE.because();
        }
        return ended.containsKey(session);
    }
}
