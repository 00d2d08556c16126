package court.asset.matter;

import court.platform.model.Money;
import java.math.BigDecimal;

/**
 * An amount that must not be exceeded, and what of it is taken: the claim (rule RP2) or a ruling's limit.
 *
 * @param reserved what is or may be frozen under it
 */
public record Limit(BigDecimal most, BigDecimal reserved) {

    public Money left() {
        return new Money(most.subtract(reserved));
    }

    public boolean fits(Money more) {
        return reserved.add(more.amount()).compareTo(most) <= 0;
    }

    /** The same limit after one freeze under it counts {@code after} instead of {@code before}. */
    public Limit with(Money before, Money after) {
        return new Limit(most, reserved.subtract(before.amount()).add(after.amount()));
    }
}
