package court.interaction.room;

import court.platform.contract.InteractionEvent.ClosingMode;
import court.platform.model.Money;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a case ended 结案.
 *
 * @param talkIds the confirmed talks it rests on
 * @param claimed for claims of money
 * @param received what the applicants confirmed to have received
 * @param closedBy staff id of the judge
 */
public record Ending(
        ClosingMode mode,
        List<String> talkIds,
        @Nullable Money claimed,
        @Nullable Money received,
        String closedBy,
        Instant closedAt) {}
