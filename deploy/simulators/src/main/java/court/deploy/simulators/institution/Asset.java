package court.deploy.simulators.institution;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing in an institution's books.
 *
 * @param kind as the court calls it: DEPOSIT, VEHICLE, REAL_ESTATE, SECURITY, PAYMENT_ACCOUNT
 * @param balance none where it is not money
 * @param available what of the balance nobody has frozen yet
 * @param priorFreezes of other courts, the first in rank first
 * @param exemption why it may not be frozen at all (rule RP7)
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Asset(
        CourtRequest.Subject owner,
        String assetId,
        String kind,
        String description,

        @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable
        BigDecimal balance,

        @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable
        BigDecimal available,

        List<Prior> priorFreezes,
        @Nullable String exemption) {

    Asset {
        if (owner == null || assetId == null || kind == null || description == null) {
            throw new IllegalArgumentException("an asset has an owner, an id, a kind and a description");
        }
        priorFreezes = priorFreezes == null ? List.of() : List.copyOf(priorFreezes);
        if ((balance == null) != (available == null)) {
            throw new IllegalArgumentException("balance and available go together");
        }
    }

    /** A freeze that a court holds. */
    record Prior(
            String court,
            @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal amount,
            LocalDate until) {}

    /** After so much more, or less, can be frozen; what is not money stays as it is. */
    Asset plus(BigDecimal difference) {
        BigDecimal now = available == null ? null : available.add(difference);
        return new Asset(owner, assetId, kind, description, balance, now, priorFreezes, exemption);
    }
}
