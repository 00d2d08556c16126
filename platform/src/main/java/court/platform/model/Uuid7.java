package court.platform.model;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.UUID;

/** Ids that sort by time and cannot be guessed: UUID version 7 (RFC 9562 §5.7). */
public final class Uuid7 {

    private static final SecureRandom RANDOM = new SecureRandom();

    private Uuid7() {}

    public static UUID at(Instant now) {
        long high = (now.toEpochMilli() << 16) | 0x7000L | RANDOM.nextInt(0x1000);
        long low = (RANDOM.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }

    /** Below every id that is made from then on, above every one made before; as the database orders them. */
    public static UUID from(Instant then) {
        return new UUID(then.toEpochMilli() << 16, 0);
    }

    /** When such an id was made, to the millisecond; of any other id, nonsense. */
    public static Instant time(UUID id) {
        return Instant.ofEpochMilli(id.getMostSignificantBits() >>> 16);
    }
}
