package court.asset.freeze;

import court.asset.freeze.FreezeOrder.Wish;
import court.asset.matter.Matters;
import court.asset.matter.Officers;
import court.asset.query.KnownAssets;
import court.asset.ruling.Rulings;
import court.platform.calendar.LegalCalendar;
import court.platform.contract.AssetEvent.Asset;
import court.platform.contract.AssetEvent.Officer;
import court.platform.security.Actor;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Gathers what a freeze is decided on, everything that limits it locked first. */
@Component
class FreezeOrders {

    private static final Terms TERMS = Terms.published();

    private final Matters matters;
    private final Rulings rulings;
    private final KnownAssets assets;
    private final Officers officers;

    FreezeOrders(Matters matters, Rulings rulings, KnownAssets assets, Officers officers) {
        this.matters = matters;
        this.rulings = rulings;
        this.assets = assets;
        this.officers = officers;
    }

    /** Inside a write unit; the case stays locked until it ends. */
    Mono<FreezeOrder> gather(Actor actor, UUID caseId, FreezeForm.Wanted wanted, Instant now) {
        return matters.lock(caseId).flatMap(matter -> {
            Officer officer = officers.get(matter.matter().open().file().courtCode(), actor.id());
            return rulings.lock(caseId, wanted.rulingId())
                    .flatMap(ruling -> assets.find(
                                    caseId, ruling.ruling().respondentId(), wanted.institution(), wanted.assetId())
                            .switchIfEmpty(Mono.error(FreezeRefusal.NO_SUCH_ASSET::because))
                            .map(asset -> new FreezeOrder(matter, ruling, asset, wish(wanted, asset, officer, now))));
        });
    }

    private static Wish wish(FreezeForm.Wanted wanted, Asset asset, Officer officer, Instant now) {
        LocalDate today = LegalCalendar.dateOf(now);
        LocalDate until = TERMS.until(asset.kind(), today, wanted.months(), wanted.until());
        return new Wish(wanted.institution(), wanted.amount(), until, officer);
    }
}
