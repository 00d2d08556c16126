package court.interaction.room;

import court.platform.contract.Claim;
import court.platform.model.Money;
import org.jspecify.annotations.Nullable;

/**
 * What is to be enforced 执行请求, as far as closing depends on it (rule RF9).
 *
 * @param amount for claims of money
 */
public record RoomClaim(Claim.Kind kind, @Nullable Money amount) {

    static RoomClaim of(Claim claim) {
        return new RoomClaim(claim.kind(), claim.amount());
    }
}
