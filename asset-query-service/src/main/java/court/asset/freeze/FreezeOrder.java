package court.asset.freeze;

import court.asset.matter.Limit;
import court.asset.matter.Matter.Respondent;
import court.asset.matter.Matters;
import court.asset.ruling.Rulings;
import court.platform.contract.AssetEvent.Asset;
import court.platform.contract.AssetEvent.FreezeOrdered;
import court.platform.contract.AssetEvent.Officer;
import court.platform.contract.Change;
import court.platform.contract.Fact;
import court.platform.model.Money;
import court.platform.model.Uuid7;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * All that a freeze is decided on: the case and the ruling with what is left under each, both locked, the asset as the
 * institution reported it, and what the officer wants.
 */
record FreezeOrder(Matters.Stored matter, Rulings.Stored ruling, Asset asset, Wish wish) {

    /** What is wanted. @param until last day of the term, already within the law */
    record Wish(String institution, Money amount, LocalDate until, Officer officer) {}

    /** The respondent whose property it is; refuses when the case has ended. */
    Respondent respondent() {
        return matter.matter().open().respondent(ruling.ruling().respondentId());
    }

    /**
     * Orders it: never exempt property (rule RP7), never above the claim (rule RP2) or the ruling (rule RP8). From now on the
     * whole amount counts under both, whatever becomes of the request.
     */
    Change<Freeze> decide(Instant now) {
        Respondent respondent = respondent();
        if (asset.exemption() != null) {
            throw FreezeRefusal.EXEMPT.because(asset.exemption());
        }
        Money amount = wish.amount();
        if (amount.amount().signum() == 0) {
            throw FreezeRefusal.AMOUNT_ZERO.because();
        }
        fits(matter.cap(), amount);
        FreezeOrdered ordered = new FreezeOrdered(
                Uuid7.at(now).toString(),
                Uuid7.at(now).toString(),
                ruling.ruling().id().toString(),
                respondent.partyId(),
                wish.institution(),
                asset.assetId(),
                asset.kind(),
                amount,
                wish.until(),
                wish.officer());
        return Change.of(new Freeze.Ordered(UUID.fromString(ordered.freezeId()), ordered), Fact.courtOnly(ordered));
    }

    private void fits(Limit cap, Money amount) {
        if (cap.most().signum() == 0) {
            throw FreezeRefusal.NO_MONEY_CLAIM.because();
        }
        if (!cap.fits(amount)) {
            throw FreezeRefusal.ABOVE_CLAIM.because(cap.left());
        }
        if (!ruling.limit().fits(amount)) {
            throw FreezeRefusal.ABOVE_RULING.because(ruling.limit().left());
        }
    }
}
