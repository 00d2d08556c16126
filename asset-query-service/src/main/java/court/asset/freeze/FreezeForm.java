package court.asset.freeze;

import court.platform.model.Money;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody who wants a freeze sends.
 *
 * @param rulingId the registered ruling it rests on (rule RP8)
 * @param assetId as the institution called it in its answer
 * @param amount yuan; for a vehicle or real estate the value that counts under the claim
 * @param months length of the term; the longest allowed when neither this nor {@code until} is given (rule RP1)
 * @param until last day of the term, Asia/Shanghai
 */
record FreezeForm(
        @Nullable UUID rulingId,
        @Nullable String assetId,
        @Nullable String institution,
        @Nullable Money amount,
        @Nullable Integer months,
        @Nullable LocalDate until) {

    /** The same with everything that has to be there. */
    record Wanted(
            UUID rulingId,
            String assetId,
            String institution,
            Money amount,
            @Nullable Integer months,
            @Nullable LocalDate until) {}

    Wanted wanted() {
        if (rulingId == null || assetId == null || institution == null || amount == null) {
            throw FreezeRefusal.FIELDS_MISSING.because();
        }
        return new Wanted(rulingId, assetId, institution, amount, months, until);
    }
}
