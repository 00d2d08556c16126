package court.platform.model;

import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Values of many things, each kind for itself: so PostgreSQL takes many rows in one statement ({@code unnest}). */
public final class Columns {

    private Columns() {}

    public static <T, C> C[] of(List<T> all, Function<T, ? extends @Nullable C> value, IntFunction<C[]> array) {
        return all.stream().map(value).toArray(array);
    }

    public static <T> String[] texts(List<T> all, Function<T, @Nullable String> text) {
        return of(all, text, String[]::new);
    }
}
