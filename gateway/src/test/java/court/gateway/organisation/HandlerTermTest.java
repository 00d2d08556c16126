package court.gateway.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import court.platform.model.Refused;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HandlerTermTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 1);
    private static final Period YEAR = Period.ofYears(1);

    @ParameterizedTest(name = "{0} to {1} is refused as {2}")
    @CsvSource({
        ", 2026-03-02, TERM_MISSING",
        "2026-03-02,, TERM_MISSING",
        "2026-02-28, 2026-03-02, TERM_PAST",
        "2026-03-02, 2026-03-01, TERM_BACKWARDS",
        "2026-03-01, 2027-03-01, TERM_TOO_LONG"
    })
    void aTermThatCannotBeIsRefused(LocalDate from, LocalDate until, OrganisationRefusal refusal) {
        assertThatThrownBy(() -> HandlerTerm.of(from, until, TODAY, YEAR))
                .isInstanceOfSatisfying(
                        Refused.class, it -> assertThat(it.refusal()).isEqualTo(refusal));
    }

    @Test
    void aYearToTheDayAndASingleDayAreTerms() {
        assertThat(HandlerTerm.of(TODAY, LocalDate.of(2027, 2, 28), TODAY, YEAR).until())
                .isEqualTo("2027-02-28");
        assertThat(HandlerTerm.of(TODAY, TODAY, TODAY, YEAR).from()).isEqualTo(TODAY);
    }

    @Test
    void k3TheLastDayEndsAtMidnightInShanghai() {
        assertThat(HandlerTerm.end(TODAY)).isEqualTo(Instant.parse("2026-03-01T16:00:00Z"));
    }
}
