package court.gateway.cityapp;

import court.platform.identity.IdType;
import java.time.Instant;

/**
 * That the city app hands a person over whom it knows by their real name. It lives as long as the sign-in does.
 *
 * @param sha256 digest of the token's one-use id
 * @param until when the token ends
 */
public record HandOver(String sha256, Instant until, String name, IdType idType, String idNumber, String phone) {

    /** An end is an end, to the second. */
    boolean hasEnded(Instant now) {
        return !now.isBefore(until);
    }

    @Override
    public String toString() {
        return "HandOver";
    }
}
