package court.platform.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class MoneyTest {

    private static final JsonMapper JSON = JsonMapper.shared();

    @ParameterizedTest
    @CsvSource({"0, 0.00", "1234, 1234.00", "0.5, 0.50", "1234.50, 1234.50", "9999999999999999.99, 9999999999999999.99"
    })
    void anAmountAlwaysHasTwoDecimals(String text, String stored) {
        assertThat(Money.of(text).text()).isEqualTo(stored);
        assertThat(Money.of(text).amount().scale()).isEqualTo(2);
    }

    @Test
    void theSameAmountIsEqualHoweverItIsWritten() {
        assertThat(Money.of("1.5")).isEqualTo(Money.of("1.50")).isEqualTo(new Money(new BigDecimal("15E-1")));
        assertThat(new Money(new BigDecimal("1E+3"))).hasToString("1000.00");
    }

    @ParameterizedTest
    @CsvSource({
        "-0.01, NEGATIVE",
        "-0, NEGATIVE",
        "0.001, TOO_PRECISE",
        "1.230, TOO_PRECISE",
        "10000000000000000, TOO_LARGE",
        "10000000000000000.00, TOO_LARGE",
        "'', NOT_AN_AMOUNT",
        "1e3, NOT_AN_AMOUNT",
        "'1,000', NOT_AN_AMOUNT",
        "+1, NOT_AN_AMOUNT",
        "007, NOT_AN_AMOUNT",
        "1., NOT_AN_AMOUNT",
        ".5, NOT_AN_AMOUNT",
        "１２, NOT_AN_AMOUNT",
        "NaN, NOT_AN_AMOUNT",
        "100元, NOT_AN_AMOUNT"
    })
    void whatIsNoAmountIsRefusedWithItsReason(String text, MoneyRefusal expected) {
        Refused refused = catchThrowableOfType(Refused.class, () -> Money.of(text));

        assertThat(refused.refusal()).isEqualTo(expected);
    }

    @Test
    void anAmountMadeByCalculationObeysTheSameLimits() {
        assertThatThrownBy(() -> new Money(new BigDecimal("-0.01"))).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> new Money(new BigDecimal("0.005"))).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> new Money(new BigDecimal("1E+999999999"))).isInstanceOf(Refused.class);
    }

    @Test
    void jsonCarriesTheAmountAsAString() {
        assertThat(JSON.writeValueAsString(Money.of("12.5"))).isEqualTo("\"12.50\"");
        assertThat(JSON.readValue("\"12.5\"", Money.class)).isEqualTo(Money.of("12.50"));
    }

    @Test
    void theReasonOfARefusalSurvivesTheJsonReader() {
        assertThatThrownBy(() -> JSON.readValue("\"-1\"", Money.class))
                .cause()
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.refusal().code()).isEqualTo("money.negative"));
    }
}
