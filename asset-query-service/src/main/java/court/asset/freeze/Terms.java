package court.asset.freeze;

import court.platform.contract.AssetEvent.AssetKind;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How long each kind of property may be frozen at most (rule RP1): dated data, not code. */
record Terms(List<Term> all) {

    Terms {
        all = List.copyOf(all);
    }

    /** @param from first day of validity, Asia/Shanghai */
    record Term(AssetKind kind, int months, LocalDate from) {

        private static Term read(String line) {
            String[] columns = line.split(",", -1);
            return new Term(AssetKind.valueOf(columns[0]), Integer.parseInt(columns[1]), LocalDate.parse(columns[2]));
        }
    }

    /** The terms shipped with this build; the law they are from stands in the file. */
    static Terms published() {
        try (InputStream file = Objects.requireNonNull(Terms.class.getResourceAsStream("/court/asset/terms.csv"))) {
            return new Terms(new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(Term::read)
                    .toList());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    int longest(AssetKind kind, LocalDate today) {
        return all.stream()
                .filter(term -> term.kind() == kind && !term.from().isAfter(today))
                .max(Comparator.comparing(Term::from))
                .map(Term::months)
                .orElseThrow(() -> new IllegalStateException("no term for " + kind));
    }

    /** Last day of a freeze that begins today; the longest allowed when nothing is asked. The first day does not count (K1). */
    LocalDate until(AssetKind kind, LocalDate today, @Nullable Integer months, @Nullable LocalDate until) {
        int longest = longest(kind, today);
        LocalDate last = until != null ? until : today.plusMonths(months == null ? longest : Math.min(months, 1200));
        if ((months != null && (until != null || months < 1)) || !last.isAfter(today)) {
            throw FreezeRefusal.TERM_UNCLEAR.because();
        }
        if (last.isAfter(today.plusMonths(longest))) {
            throw FreezeRefusal.TERM_TOO_LONG.because(longest);
        }
        return last;
    }
}
