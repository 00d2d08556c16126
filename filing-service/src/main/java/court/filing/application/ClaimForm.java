package court.filing.application;

import org.jspecify.annotations.Nullable;

/**
 * What is asked for, as people fill it in. Amounts are CNY as decimal strings such as "120000.00".
 *
 * @param kind MONEY, THING or ACT
 * @param amount all of it; may be left out when principal, interest and costs are given
 * @param act for ACT: a {@link court.platform.contract.Claim.Act}
 */
public record ClaimForm(
        @Nullable String kind,
        @Nullable String amount,
        @Nullable String description,
        @Nullable String principal,
        @Nullable InterestForm interest,
        @Nullable String costs,
        @Nullable String act) {

    /**
     * Interest: an amount, or base, rate and days.
     *
     * @param yearlyPercent such as "3.65"
     * @param from first day, such as 2020-01-15
     * @param until last day; empty means until performance
     */
    public record InterestForm(
            @Nullable String amount,
            @Nullable String base,
            @Nullable String yearlyPercent,
            @Nullable String from,
            @Nullable String until) {}
}
