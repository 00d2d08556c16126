package court.platform.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.util.regex.Pattern;

/**
 * An amount of renminbi 人民币 in yuan, never negative, always with two decimals. JSON carries it as a string, because
 * readers of JSON numbers round.
 *
 * @param amount scale 2, up to 9999999999999999.99: what {@code numeric(18,2)} holds
 */
public record Money(BigDecimal amount) {

    private static final BigDecimal MOST = new BigDecimal("9999999999999999.99");
    private static final Pattern DECIMAL = Pattern.compile("-?(?:0|[1-9]\\d{0,99})(?:\\.\\d{1,100})?");

    public Money {
        if (amount.signum() < 0) {
            throw MoneyRefusal.NEGATIVE.because();
        }
        if (amount.scale() > 2) {
            throw MoneyRefusal.TOO_PRECISE.because();
        }
        if (amount.compareTo(MOST) > 0) {
            throw MoneyRefusal.TOO_LARGE.because();
        }
        amount = amount.setScale(2);
    }

    /** Reads {@code 1234}, {@code 1234.5} or {@code 1234.50}: no sign, exponent, grouping or leading zero. */
    @JsonCreator
    public static Money of(String text) {
        if (!DECIMAL.matcher(text).matches()) {
            throw MoneyRefusal.NOT_AN_AMOUNT.because();
        }
        if (text.startsWith("-")) {
            throw MoneyRefusal.NEGATIVE.because(); // also minus zero
        }
        return new Money(new BigDecimal(text));
    }

    @JsonValue
    public String text() {
        return amount.toPlainString();
    }

    @Override
    public String toString() {
        return text();
    }
}
