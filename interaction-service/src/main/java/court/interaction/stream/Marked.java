package court.interaction.stream;

import court.platform.json.Secret;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;

/**
 * By what a message is found.
 *
 * @param owner whose key made the marks; null when there is nothing protected in it
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Marked(String kind, @Nullable String owner, String suite, Long[] words) {

    static Marked of(Message message, WordMarks marks) {
        String owner = message.content().secrets().stream()
                .findFirst()
                .map(Secret::owner)
                .orElse(null);
        return new Marked(Entry.kind(message.content()), owner, marks.suite(), marks.of(message));
    }

    String joined() {
        return Arrays.stream(words).map(String::valueOf).collect(Collectors.joining(","));
    }

    GenericExecuteSpec bind(GenericExecuteSpec sql) {
        GenericExecuteSpec bound = sql.bind("kind", kind).bind("suite", suite).bind("words", words);
        return owner == null ? bound.bindNull("owner", String.class) : bound.bind("owner", owner);
    }
}
