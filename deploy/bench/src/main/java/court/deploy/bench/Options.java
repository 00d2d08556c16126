package court.deploy.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What was typed: numbers by the word before them. */
record Options(String scenario, Map<String, String> given) {

    static final String USAGE = """
            measure filing [--applicants 64] [--rounds 3] [--seconds 30] [--lives N] [--warm-up 40]
                           [--recording FILE.jfr] [--statements]
            measure room [--rooms 50] [--sockets 500] [--people 64] [--rounds 3] [--seconds 30] [--warm-up 40] [--recording FILE.jfr]
            measure ledger [--leaves 100000] [--rounds 3] [--seconds 10] [--rate 1000] [--recording FILE.jfr]
            A round ends after --seconds or after --lives filings, whichever comes first.""";

    private static final Set<String> SCENARIOS = Set.of("filing", "room", "ledger");
    private static final Set<String> NUMBERS = Set.of(
            "--applicants",
            "--rounds",
            "--seconds",
            "--lives",
            "--warm-up",
            "--rooms",
            "--sockets",
            "--people",
            "--leaves",
            "--rate");
    private static final String RECORDING = "--recording";
    private static final String STATEMENTS = "--statements";

    static Options parse(List<String> words) {
        if (words.isEmpty() || !SCENARIOS.contains(words.getFirst())) {
            throw new IllegalArgumentException(USAGE);
        }
        Map<String, String> given = new HashMap<>();
        for (Iterator<String> rest = words.listIterator(1); rest.hasNext(); ) {
            String word = rest.next();
            given.put(word, word.equals(STATEMENTS) ? "yes" : value(word, rest));
        }
        return new Options(words.getFirst(), Map.copyOf(given));
    }

    private static String value(String word, Iterator<String> rest) {
        if (!NUMBERS.contains(word) && !word.equals(RECORDING)) {
            throw new IllegalArgumentException("What is " + word + "?\n" + USAGE);
        }
        String value = rest.hasNext() ? rest.next() : "";
        if (NUMBERS.contains(word) && !value.matches("[1-9][0-9]{0,7}")) {
            throw new IllegalArgumentException(word + " takes a number above zero, not " + value);
        }
        return value;
    }

    int applicants() {
        return number("--applicants", 64);
    }

    int rooms() {
        return number("--rooms", 50);
    }

    /** Who post over HTTP. */
    int people() {
        return number("--people", 64);
    }

    int sockets() {
        return number("--sockets", 500);
    }

    /** How large the tree becomes: it is measured at each power of ten from 10,000 up to this. */
    int leaves() {
        return number("--leaves", 100_000);
    }

    /** Acts in a second while they come one by one. */
    int rate() {
        return number("--rate", 1_000);
    }

    int rounds() {
        return number("--rounds", 3);
    }

    Duration round() {
        return Duration.ofSeconds(number("--seconds", 30));
    }

    /** A round ends after this many filings at the latest. */
    long lives() {
        return number("--lives", Integer.MAX_VALUE);
    }

    Duration warmUp() {
        return Duration.ofSeconds(number("--warm-up", 40));
    }

    /** Where the service writes a flight recording of the whole run, if anywhere. */
    @Nullable
    Path recording() {
        String file = given.get(RECORDING);
        return file == null ? null : Path.of(file);
    }

    /** Only print the SQL statements of one filing of each side. */
    boolean statements() {
        return given.containsKey(STATEMENTS);
    }

    private int number(String word, int otherwise) {
        return Integer.parseInt(given.getOrDefault(word, Integer.toString(otherwise)));
    }
}
