package court.platform.identity;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** The two digits an identity number may begin with. */
final class Provinces {

    /**
     * Not in the list of provinces: Taiwan, Hong Kong, Macao (GB/T 2260: 71, 81, 82), and 83, which the residence permits
     * of Taiwan residents 台湾居民居住证 begin with since 2018.
     */
    private static final Set<String> BEYOND = Set.of("71", "81", "82", "83");

    private static final Set<String> KNOWN = read();

    private Provinces() {}

    static boolean isKnown(String code) {
        return KNOWN.contains(code);
    }

    private static Set<String> read() {
        InputStream csv = Objects.requireNonNull(Provinces.class.getResourceAsStream("divisions/provinces.csv"));
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(csv, StandardCharsets.UTF_8))) {
            Stream<String> codes = lines.lines().skip(1).map(line -> line.substring(0, 2));
            return Stream.concat(codes, BEYOND.stream()).collect(toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
