package court.filing.deadline;

import static java.util.Comparator.comparing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import tools.jackson.databind.json.JsonMapper;

/** The rules about time as they were in force, one set after the other: data with source and validity, not code. */
public final class LegalRules {

    private final List<InForce> all;

    /**
     * The rules in force from one day until the next set.
     *
     * @param version names the set on what was computed with it
     */
    public record InForce(String version, LocalDate from, List<LegalRule> rules) {

        public InForce {
            rules = List.copyOf(rules);
        }

        public LegalRule get(Rule rule) {
            return rules.stream()
                    .filter(it -> it.rule() == rule)
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("set " + version + " says nothing about " + rule));
        }
    }

    LegalRules(List<InForce> sets) {
        all = sets.stream().sorted(comparing(InForce::from)).toList();
    }

    /** The sets shipped with this build. */
    public static LegalRules published() {
        try (InputStream json = Objects.requireNonNull(LegalRules.class.getResourceAsStream("legal-rules.json"))) {
            return new LegalRules(List.of(JsonMapper.shared().readValue(json, InForce[].class)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The set in force on a day; before all of them, the oldest known. */
    public InForce on(LocalDate day) {
        return all.stream()
                .filter(it -> !it.from().isAfter(day))
                .reduce((earlier, later) -> later)
                .orElse(all.getFirst());
    }
}
