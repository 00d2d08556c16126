package court.platform.bundle;

import java.util.Objects;
import java.util.regex.Pattern;

/** What every field of a bundle must be before anybody looks at it. */
final class Checks {

    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern COURT = Pattern.compile("\\p{IsHan}[0-9A-Z]{0,4}");
    private static final Pattern FILE = Pattern.compile("[a-z]+-[0-9]{8,18}\\.[a-z-]+");

    private Checks() {}

    static void place(long number, String previous, String court) {
        number(number);
        digest(previous);
        if (!COURT.matcher(Objects.requireNonNull(court, "court")).matches()) {
            throw new IllegalArgumentException("not a court code");
        }
        if ((number == 1) != previous.equals(ChainEnd.NOTHING)) {
            throw new IllegalArgumentException("the first has nothing before it, the others have");
        }
    }

    static void number(long number) {
        if (number < 1) {
            throw new IllegalArgumentException("numbers start at 1");
        }
    }

    static void size(long size) {
        if (size < 1) {
            throw new IllegalArgumentException("an empty file");
        }
    }

    static void digest(String text) {
        if (!DIGEST.matcher(Objects.requireNonNull(text, "digest")).matches()) {
            throw new IllegalArgumentException("not a digest");
        }
    }

    static void fileName(String text) {
        if (!FILE.matcher(Objects.requireNonNull(text, "name")).matches()) {
            throw new IllegalArgumentException("not a file name");
        }
    }

    static void present(Object... values) {
        for (Object value : values) {
            Objects.requireNonNull(value, "a field is missing");
        }
    }
}
