package court.ledger.coverage;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Acts of one type or item: how many were told, and what there is against them here; see {@link Coverage.Row}. */
record Count(
        long spoken,
        long pending,
        long missing,
        long unknown,
        @Nullable Instant pendingSince) {

    static final Count NONE = new Count(0, 0, 0, 0, null);

    Count plus(Count other) {
        return new Count(
                spoken + other.spoken,
                pending + other.pending,
                missing + other.missing,
                unknown + other.unknown,
                earlier(pendingSince, other.pendingSince));
    }

    private static @Nullable Instant earlier(@Nullable Instant one, @Nullable Instant other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isBefore(other) ? one : other;
    }
}
