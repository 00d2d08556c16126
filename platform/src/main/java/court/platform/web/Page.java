package court.platform.web;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list.
 *
 * @param nextCursor what to ask with for the next page; absent on the last
 */
public record Page<T>(List<T> items, @Nullable String nextCursor) {

    /** The largest page given. */
    public static final int MOST = 100;

    /** Makes a page of rows read with one more than asked for: the extra row only tells that there is more. */
    public static <T> Page<T> of(List<T> rows, int size, Function<T, String> cursor) {
        if (rows.size() <= size) {
            return new Page<>(rows, null);
        }
        List<T> items = rows.subList(0, size);
        return new Page<>(items, cursor.apply(items.getLast()));
    }

    /** The size asked for, within 1 to {@link #MOST}. */
    public static int size(@Nullable Integer asked) {
        return asked == null ? 50 : Math.clamp(asked, 1, MOST);
    }
}
