package court.filing.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import court.platform.calendar.Exclusion;
import court.platform.calendar.Exclusion.Kind;
import court.platform.calendar.LegalCalendar;
import court.platform.calendar.Term;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class LegalRulesTest {

    private static final LegalRules RULES = LegalRules.published();
    private static final LocalDate TODAY = LocalDate.parse("2026-03-02");

    @ParameterizedTest
    @CsvSource({
        "2020-01-01, 2021-08",
        "2021-12-31, 2021-08",
        "2022-01-01, 2022-01",
        "2023-12-31, 2022-01",
        "2024-01-01, 2024-01",
        "2030-01-01, 2024-01"
    })
    void theSetInForceOnADayIsTaken(LocalDate day, String version) {
        assertThat(RULES.on(day).version()).isEqualTo(version);
    }

    @ParameterizedTest
    @EnumSource
    void everySetNamesEachRuleWithItsSource(Rule rule) {
        for (String day : List.of("2021-08-01", "2022-01-01", "2024-01-01")) {
            assertThat(RULES.on(LocalDate.parse(day)).get(rule).source()).contains("第");
        }
    }

    @Test
    @DisplayName("RF1: seven days; K5: ten days; K4: six and three months; six months for the upper court")
    void theLengthsAreThoseOfTheLaw() {
        assertThat(Deadlines.term(Rule.DECIDE_FILING, TODAY)).isEqualTo(Term.days(7, TODAY));
        assertThat(Deadlines.term(Rule.EXTENSION_REQUEST, TODAY)).isEqualTo(Term.days(10, TODAY));
        assertThat(Deadlines.term(Rule.ENFORCEMENT, TODAY)).isEqualTo(Term.months(6, TODAY));
        assertThat(Deadlines.term(Rule.REVIEW_ENFORCEMENT, TODAY)).isEqualTo(Term.months(3, TODAY));
        assertThat(Deadlines.term(Rule.UPPER_COURT, TODAY)).isEqualTo(Term.months(6, TODAY));
        assertThatIllegalStateException().isThrownBy(() -> Deadlines.term(Rule.CORRECTION, TODAY));
    }

    @Test
    @DisplayName("K4: an auction stops the enforcement term, not the applicant's way to the upper court")
    void k4TheTwoClocksDoNotCountDifferentDays() {
        LocalDate accepted = LocalDate.parse("2025-01-06");
        List<Exclusion> auction =
                List.of(new Exclusion(Kind.AUCTION, LocalDate.parse("2025-03-01"), LocalDate.parse("2025-03-30")));
        LegalRules.InForce rules = RULES.on(accepted);

        assertThat(due(rules.get(Rule.ENFORCEMENT), accepted, auction)).isEqualTo("2025-08-05");
        assertThat(due(rules.get(Rule.UPPER_COURT), accepted, auction)).isEqualTo("2025-07-07");
    }

    private static LocalDate due(LegalRule rule, LocalDate anchor, List<Exclusion> grounds) {
        return rule.from(anchor, List.of(), grounds)
                .due(LegalCalendar.published(), TODAY)
                .date();
    }
}
