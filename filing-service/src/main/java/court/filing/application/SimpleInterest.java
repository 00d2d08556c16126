package court.filing.application;

import court.platform.contract.Claim;
import court.platform.model.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** Simple interest by days, a day being a 365th of the year, both ends counted, rounded half up to the fen. */
final class SimpleInterest {

    private static final BigDecimal YEAR_OF_PERCENTS = new BigDecimal(365 * 100);

    private SimpleInterest() {}

    /** The claim with the interest its formula has added by that day. */
    static Claim grown(Claim claim, LocalDate day) {
        Claim.Sum sum = claim.money();
        Claim.Interest interest = sum == null ? null : sum.interest();
        Claim.Formula formula = interest == null ? null : interest.formula();
        if (sum == null || formula == null) {
            return claim;
        }
        Claim.Sum grown = new Claim.Sum(sum.principal(), new Claim.Interest(upTo(day, formula), formula), sum.costs());
        return new Claim(claim.kind(), ClaimReader.total(grown), claim.description(), grown, claim.act());
    }

    static Money upTo(LocalDate today, Claim.Formula formula) {
        LocalDate until = formula.until();
        LocalDate last = until == null || until.isAfter(today) ? today : until;
        long days = Math.max(0, ChronoUnit.DAYS.between(formula.from(), last) + 1);
        return new Money(formula.base()
                .amount()
                .multiply(new BigDecimal(formula.yearlyPercent()))
                .multiply(BigDecimal.valueOf(days))
                .divide(YEAR_OF_PERCENTS, 2, RoundingMode.HALF_UP));
    }
}
