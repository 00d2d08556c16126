package court.filing.application;

import static org.assertj.core.api.Assertions.assertThat;

import court.platform.calendar.LegalCalendar;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WarningsTest {

    private static final LocalDate TODAY = Readings.TODAY;

    private static List<String> warnings(Forms form, LocalDate submitted) {
        return new Warnings(LegalCalendar.published())
                .of(Readings.application(form), Readings.courts().find("沪0117").orElseThrow(), submitted).stream()
                        .map(Warning::code)
                        .toList();
    }

    @Test
    void aPlainApplicationWarnsOfNothing() {
        assertThat(warnings(Forms.whole(), TODAY)).isEmpty();
    }

    @ParameterizedTest(name = "RF6, K1: due {0}, handed in {1}: late = {2}")
    @DisplayName("RF6: two years from the last day for performance; a last day on a holiday moves; a warning only")
    @CsvSource(textBlock = """
            2024-02-27, 2026-02-27, false
            2024-02-27, 2026-02-28, true
            2023-10-01, 2025-10-09, false
            2023-10-01, 2025-10-10, true
            2024-02-29, 2026-02-28, false
            2024-03-01, 2026-03-02, false
            2024-03-01, 2026-03-03, true
            """)
    void twoYearsToApply(String performBy, String handedIn, boolean late) {
        Forms form = Forms.whole()
                .text("/basis/issuedOn", "2023-09-01")
                .text("/basis/effectiveOn", "2023-09-20")
                .text("/basis/performBy", performBy);

        assertThat(warnings(form, LocalDate.parse(handedIn)).contains("warning.limitation"))
                .isEqualTo(late);
        assertThat(Readings.faults(form)).isEmpty();
    }

    @Test
    @DisplayName("RF6: without a time for performance the two years run from taking effect")
    void withoutATimeTheyRunFromTakingEffect() {
        Forms form = Forms.whole().text("/basis/issuedOn", "2024-02-01").text("/basis/effectiveOn", "2024-02-27");

        assertThat(warnings(form, LocalDate.of(2026, 2, 27))).isEmpty();
        assertThat(warnings(form, LocalDate.of(2026, 2, 28))).containsExactly("warning.limitation");
    }

    @Test
    void whatIsNotInForceOrNotDueIsWarnedOf() {
        Forms notInForce = Forms.whole().json("/basis/inForce", "false");
        Forms notDue = Forms.whole().text("/basis/performBy", "2026-03-02");

        assertThat(warnings(notInForce, TODAY)).containsExactly("warning.not_in_force");
        assertThat(warnings(notInForce.text("/basis/performBy", "2026-01-02"), TODAY))
                .containsExactly("warning.not_in_force");
        assertThat(warnings(notDue, TODAY)).containsExactly("warning.not_due");
        assertThat(warnings(notDue, TODAY.plusDays(1))).isEmpty();
    }

    @Test
    void anotherCourtsBasisAndAnAwardBeforeABasicCourtAreWarnedOf() {
        assertThat(warnings(Forms.whole().text("/basis/issuedBy", "上海市浦东新区人民法院"), TODAY))
                .containsExactly("warning.jurisdiction_issuer");
        assertThat(warnings(
                        Forms.whole().text("/basis/kind", "ARBITRAL_AWARD").text("/basis/issuedBy", "演示仲裁委员会"), TODAY))
                .containsExactly("warning.jurisdiction_level");
        assertThat(warnings(
                        Forms.whole()
                                .text("/basis/kind", "LABOUR_ARBITRATION_AWARD")
                                .text("/basis/issuedBy", "演示区劳动人事争议仲裁委员会"),
                        TODAY))
                .isEmpty();
    }

    @Test
    @DisplayName("RF8, RF7: a paper without a rule and an account of another are shown to the judge")
    void peopleAreWarnedOf() {
        Forms manual = Forms.whole().text("/applicants/0/idType", "OTHER").text("/applicants/0/idNumber", "军字第1号");
        Forms collected = Forms.whole().withLawyer("[\"COLLECT\"]").text("/applicants/0/account/holder", "演示律师事务所");

        assertThat(warnings(manual, TODAY)).containsExactly("warning.manual_identity");
        assertThat(warnings(collected, TODAY)).containsExactly("warning.foreign_account");
    }
}
