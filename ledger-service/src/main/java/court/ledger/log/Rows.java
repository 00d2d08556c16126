package court.ledger.log;

import java.util.List;
import java.util.function.Function;
import tools.jackson.databind.json.JsonMapper;

/** Many rows as one JSON parameter, so that a batch costs one statement per table. */
final class Rows {

    private static final JsonMapper JSON = new JsonMapper();

    private Rows() {}

    static <T> String of(List<T> things, Function<T, ? extends Record> row) {
        return JSON.writeValueAsString(things.stream().map(row).toList());
    }
}
