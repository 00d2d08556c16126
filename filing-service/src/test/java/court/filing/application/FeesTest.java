package court.filing.application;

import static org.assertj.core.api.Assertions.assertThat;

import court.platform.contract.Claim;
import court.platform.json.Secret;
import court.platform.model.Money;
import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeesTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
    private static final Secret TEXT = new Secret("filing", "支付货款");

    private final Fees fees = Fees.shipped();

    @ParameterizedTest(name = "RF5: {0} → {1}")
    @DisplayName("RF5: 50 up to 10,000; then 1.5 %, 1 %, 0.5 %, 0.1 % (诉讼费用交纳办法 art. 14, worked out by hand)")
    @CsvSource(textBlock = """
            0.01,        50.00
            10000.00,    50.00
            10000.01,    50.00
            10001.00,    50.02
            120000.00,   1700.00
            500000.00,   7400.00
            1000000.00,  12400.00
            5000000.00,  52400.00
            10000000.00, 77400.00
            20000000.00, 87400.00
            """)
    void aFeeFollowsTheAmount(String amount, String fee) {
        Claim claim = new Claim(Claim.Kind.MONEY, Money.of(amount), TEXT);

        assertThat(fees.of(claim, TODAY)).isEqualTo(new Fees.Fee(Money.of(fee), Money.of(fee)));
    }

    @Test
    @DisplayName("RF5: without an amount the fee is 50 to 500")
    void withoutAnAmountTheFeeIsARange() {
        Claim claim = new Claim(Claim.Kind.ACT, null, TEXT, null, Claim.Act.TRANSFER_OF_TITLE);

        assertThat(fees.of(claim, TODAY)).isEqualTo(new Fees.Fee(Money.of("50.00"), Money.of("500.00")));
    }
}
