package court.asset.query;

import com.fasterxml.jackson.annotation.JsonInclude;
import court.asset.query.KnownAssets.Known;
import court.platform.contract.AssetEvent.Asset;
import court.platform.contract.AssetEvent.AssetKind;
import court.platform.contract.AssetEvent.PriorFreeze;
import court.platform.model.Money;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One asset as the court sees it.
 *
 * @param description account, plate or title number
 * @param exemption why it may not be seized (rule RP7)
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record AssetView(
        String assetId,
        String institution,
        String respondentId,
        UUID requestNumber,
        Instant answeredAt,
        AssetKind kind,
        String description,
        @Nullable Money balance,
        @Nullable Money available,
        List<PriorFreeze> priorFreezes,
        @Nullable String exemption) {

    static AssetView of(Known known) {
        Asset asset = known.asset();
        return new AssetView(
                asset.assetId(),
                known.institution(),
                known.respondentId(),
                known.requestNumber(),
                known.answeredAt(),
                asset.kind(),
                asset.description().reveal(),
                asset.balance(),
                asset.available(),
                asset.priorFreezes(),
                asset.exemption());
    }
}
