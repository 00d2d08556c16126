package court.platform.json;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** A number as ECMAScript prints it (ECMA-262 Number::toString), which RFC 8785 §3.2.2.3 asks for. */
final class EcmaNumber {

    private static final MathContext ONE_DIGIT = new MathContext(1, RoundingMode.HALF_EVEN);

    private EcmaNumber() {}

    static String of(double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("JSON has no number " + value);
        }
        if (value == 0) {
            return "0";
        }
        return value < 0 ? "-" + positive(-value) : positive(value);
    }

    /** The value is {@code digits × 10^(n−k)}, k digits; the names and the order of cases are those of ECMA-262. */
    private static String positive(double value) {
        BigDecimal shortest = shortest(value);
        String digits = shortest.unscaledValue().toString();
        int k = digits.length();
        int n = k - shortest.scale();
        if (k <= n && n <= 21) {
            return digits + "0".repeat(n - k);
        }
        if (0 < n && n <= 21) {
            return digits.substring(0, n) + "." + digits.substring(n);
        }
        if (-6 < n && n <= 0) {
            return "0." + "0".repeat(-n) + digits;
        }
        String fraction = k == 1 ? "" : "." + digits.substring(1);
        return digits.charAt(0) + fraction + (n > 0 ? "e+" : "e-") + Math.abs(n - 1);
    }

    /**
     * The fewest digits that read back as the same value. Java gives them since JDK 19, but never fewer than two, and
     * then the closest two: 4.9E-324 where ECMAScript says 5e-324.
     */
    private static BigDecimal shortest(double value) {
        BigDecimal digits = new BigDecimal(Double.toString(value)).stripTrailingZeros();
        if (digits.precision() == 2) {
            BigDecimal one = digits.round(ONE_DIGIT).stripTrailingZeros();
            return one.doubleValue() == value ? one : digits;
        }
        return digits;
    }
}
