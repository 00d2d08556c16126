package court.asset.freeze;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import court.platform.contract.AssetEvent.AssetKind;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class TermsTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
    private final Terms terms = Terms.published();

    /** RP1 */
    @Test
    void depositsOneYearMovablesTwoAllElseThree() {
        assertThat(Arrays.stream(AssetKind.values()).map(kind -> terms.until(kind, TODAY, null, null)))
                .containsExactly(
                        LocalDate.of(2027, 3, 2),
                        LocalDate.of(2028, 3, 2),
                        LocalDate.of(2029, 3, 2),
                        LocalDate.of(2029, 3, 2),
                        LocalDate.of(2029, 3, 2));
    }

    /** RP1 */
    @Test
    void aLongerTermIsRefused() {
        assertThatThrownBy(() -> terms.until(AssetKind.DEPOSIT, TODAY, 13, null))
                .hasMessageContaining("12 个月");
        assertThatThrownBy(() -> terms.until(
                        AssetKind.VEHICLE, TODAY, null, TODAY.plusMonths(24).plusDays(1)))
                .hasMessageContaining("24 个月");
        assertThat(terms.until(AssetKind.DEPOSIT, TODAY, 12, null)).isEqualTo(TODAY.plusYears(1));
        assertThat(terms.until(AssetKind.VEHICLE, TODAY, null, TODAY.plusDays(1)))
                .isEqualTo(TODAY.plusDays(1));
    }

    @Test
    void anUnclearTermIsRefused() {
        for (var wrong : List.<org.assertj.core.api.ThrowableAssert.ThrowingCallable>of(
                () -> terms.until(AssetKind.DEPOSIT, TODAY, 1, TODAY.plusDays(1)),
                () -> terms.until(AssetKind.DEPOSIT, TODAY, 0, null),
                () -> terms.until(AssetKind.DEPOSIT, TODAY, -2_000_000_000, null),
                () -> terms.until(AssetKind.DEPOSIT, TODAY, null, TODAY))) {
            assertThatThrownBy(wrong).hasMessage(FreezeRefusal.TERM_UNCLEAR.detail());
        }
        assertThatThrownBy(() -> terms.until(AssetKind.DEPOSIT, TODAY, Integer.MAX_VALUE, null))
                .hasMessageContaining("12 个月");
    }

    @Test
    void anotherRuleSetCountsFromItsDay() {
        Terms changed = new Terms(List.of(
                new Terms.Term(AssetKind.DEPOSIT, 12, LocalDate.of(2015, 2, 4)),
                new Terms.Term(AssetKind.DEPOSIT, 6, LocalDate.of(2026, 3, 3))));

        assertThat(changed.longest(AssetKind.DEPOSIT, TODAY)).isEqualTo(12);
        assertThat(changed.longest(AssetKind.DEPOSIT, TODAY.plusDays(1))).isEqualTo(6);
    }
}
