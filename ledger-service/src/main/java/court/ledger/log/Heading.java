package court.ledger.log;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a fact's headers say, as far as they can be read. Whatever is sent, this can be stored.
 *
 * @param toldAt when the speaker says it happened, in microseconds, as the database keeps it
 * @param audience party ids, joined by commas
 */
record Heading(
        @Nullable UUID factId,
        @Nullable UUID caseId,
        String source,
        long sequence,
        String kind,
        String type,
        String audience,
        @Nullable Instant toldAt) {

    private static final String OPERATION = "OPERATION";
    private static final Pattern SEQUENCE = Pattern.compile("[0-9]{1,18}");
    private static final Pattern ID = Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");
    private static final Instant LAST = Instant.parse("9999-12-31T00:00:00Z");

    /**
     * @param key the record's key, which is the case
     * @param headers gives a header by its name, or an empty text
     */
    static Heading of(@Nullable String key, UnaryOperator<String> headers) {
        return new Heading(
                uuid(headers.apply("ce_id")),
                uuid(key == null ? "" : key),
                storable(headers.apply("ce_source")),
                sequence(headers.apply("ce_sequence")),
                storable(headers.apply("ce_kind")),
                storable(headers.apply("ce_type")),
                storable(headers.apply("ce_audience")),
                time(headers.apply("ce_time")));
    }

    boolean isWhole() {
        return factId != null && caseId != null && sequence > 0 && !source.isEmpty();
    }

    /** Machinery has no leaf; what we cannot tell from an act has one. */
    boolean hasLeaf() {
        return !kind.equals(OPERATION);
    }

    /** The database takes no NUL in a text. */
    static String storable(String text) {
        return text.replace('\0', '\uFFFD');
    }

    private static long sequence(String text) {
        return SEQUENCE.matcher(text).matches() ? Long.parseLong(text) : 0;
    }

    private static @Nullable UUID uuid(String text) {
        return Optional.of(text)
                .filter(it -> ID.matcher(it).matches())
                .map(UUID::fromString)
                .orElse(null);
    }

    private static @Nullable Instant time(String text) {
        try {
            Instant time = Instant.parse(text);
            return time.isBefore(Instant.EPOCH) || time.isAfter(LAST) ? null : time.truncatedTo(ChronoUnit.MICROS);
        } catch (DateTimeException unreadable) {
            return null;
        }
    }
}
