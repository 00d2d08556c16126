package court.asset.institution;

import court.platform.contract.AssetEvent.AssetKind;
import court.platform.contract.AssetEvent.PriorFreeze;
import court.platform.model.Money;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An institution's answer that was checked and may be believed: it is about what was asked, and signed. */
public sealed interface Reply {

    /** Answer to a query; no things means none was found. */
    record Found(List<Thing> things) implements Reply {}

    /** One thing it knows of the respondent; the description is protected and never printed. */
    record Thing(
            String assetId,
            AssetKind kind,
            String description,
            @Nullable Money balance,
            @Nullable Money available,
            List<PriorFreeze> priorFreezes,
            @Nullable String exemption) {

        @Override
        public String toString() {
            return "Thing[" + assetId + "]";
        }
    }

    /** It is frozen: the amount held is at most what was asked. */
    record Frozen(Money amount, LocalDate from, LocalDate until) implements Reply {}

    /** The freeze is lifted. */
    record Unfrozen(Money amount) implements Reply {}

    /** Freezing or lifting was refused. */
    record Declined(String reason) implements Reply {}
}
