package court.asset.freeze;

import com.fasterxml.jackson.annotation.JsonInclude;
import court.asset.request.Progress;
import court.platform.contract.AssetEvent.AssetKind;
import court.platform.contract.AssetEvent.FreezeOrdered;
import court.platform.model.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A freeze as the court sees it.
 *
 * @param state Ordered, Frozen, Releasing, Lifted or Refused
 * @param held what it counts under the claim
 * @param until last day: of the hold, else as ordered
 * @param requests what became of what the institution was told
 * @param version what a release names in {@code If-Match}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record FreezeView(
        UUID freezeId,
        String state,
        String rulingId,
        String respondentId,
        String institution,
        String assetId,
        AssetKind assetKind,
        Money ordered,
        Money held,
        @Nullable LocalDate from,
        LocalDate until,
        @Nullable String reason,
        List<Progress> requests,
        long version) {

    static FreezeView of(FreezeRows.Stored stored, List<Progress> requests) {
        Freeze freeze = stored.freeze();
        FreezeOrdered order = freeze.order();
        Freeze.Hold hold = hold(freeze);
        return new FreezeView(
                freeze.id(),
                freeze.getClass().getSimpleName(),
                order.rulingId(),
                order.respondentId(),
                order.institution(),
                order.assetId(),
                order.assetKind(),
                order.amount(),
                freeze.held(),
                hold == null ? null : hold.from(),
                hold == null ? order.until() : hold.until(),
                freeze instanceof Freeze.Refused refused ? refused.reason() : null,
                requests,
                stored.version());
    }

    private static Freeze.@Nullable Hold hold(Freeze freeze) {
        return switch (freeze) {
            case Freeze.Frozen it -> it.hold();
            case Freeze.Releasing it -> it.hold();
            case Freeze.Lifted it -> it.hold();
            case Freeze.Ordered _, Freeze.Refused _ -> null;
        };
    }
}
