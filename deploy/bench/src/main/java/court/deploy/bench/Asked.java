package court.deploy.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One statement as PostgreSQL wrote it down, made ready to be asked again: question marks for {@code $1}, and the values in
 * the order of the question marks.
 */
record Asked(String sql, List<@Nullable String> values) {

    private static final Pattern PLACE = Pattern.compile("\\$(\\d+)");
    private static final Pattern VALUE = Pattern.compile("\\$\\d+ = (?:NULL|'((?:[^']++|'')*+)')");
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    /**
     * Reads one off the log.
     *
     * @param sql with $1, $2 …
     * @param parameters as {@code $1 = 'text', $2 = NULL}
     */
    static Asked of(String sql, String parameters) {
        List<@Nullable String> given = new ArrayList<>();
        for (Matcher it = VALUE.matcher(parameters); it.find(); ) {
            given.add(it.group(1) == null ? null : it.group(1).replace("''", "'"));
        }
        List<@Nullable String> inOrder = new ArrayList<>();
        for (Matcher it = PLACE.matcher(sql); it.find(); ) {
            inOrder.add(given.get(Integer.parseInt(it.group(1)) - 1));
        }
        return new Asked(PLACE.matcher(sql).replaceAll("?"), inOrder);
    }

    boolean begins() {
        return sql.regionMatches(true, 0, "begin", 0, 5);
    }

    boolean ends() {
        return sql.regionMatches(true, 0, "commit", 0, 6);
    }

    boolean mentions(String id) {
        return values.stream().anyMatch(it -> it != null && it.contains(id));
    }

    /** How many ids the first value names. */
    int ids() {
        return (int) ID.matcher(String.valueOf(values.getFirst())).results().count();
    }

    static boolean isId(String value) {
        return ID.matcher(value).matches();
    }
}
