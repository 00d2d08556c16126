package court.deploy.simulators.institution;

import java.math.BigDecimal;

/** Amounts as institutions take them: above zero, two decimals. */
final class Yuan {

    private static final int DECIMALS = 2;
    private static final int MOST_DIGITS = 17;

    private Yuan() {}

    static void check(BigDecimal amount) {
        if (amount.signum() <= 0 || amount.scale() != DECIMALS || amount.precision() > MOST_DIGITS) {
            throw new IllegalArgumentException("not an amount");
        }
    }
}
