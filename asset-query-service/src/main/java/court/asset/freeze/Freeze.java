package court.asset.freeze;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import court.platform.contract.AssetEvent.AssetFrozen;
import court.platform.contract.AssetEvent.AssetUnfrozen;
import court.platform.contract.AssetEvent.FreezeOrdered;
import court.platform.contract.AssetEvent.FreezeRefused;
import court.platform.contract.AssetEvent.Officer;
import court.platform.contract.AssetEvent.UnfreezeOrdered;
import court.platform.contract.AssetEvent.UnfreezeRefused;
import court.platform.contract.Change;
import court.platform.contract.Fact;
import court.platform.model.Money;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A freeze 冻结.
 *
 * <pre>
 *   order ──▶ Ordered ──frozen──▶ Frozen ──release──▶ Releasing ──unfrozen──▶ Lifted
 *                │                  ▲                     │
 *             refused               └──────── kept ───────┘
 *                ▼
 *             Refused
 * </pre>
 *
 * What it counts under the claim (rule RP2) follows from the state alone: the amount ordered until the outcome is known, then
 * what is really held, nothing once it is refused or lifted.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "state")
sealed interface Freeze {

    Money NOTHING = Money.of("0.00");

    UUID id();

    FreezeOrdered order();

    /** What it counts under the claim and the ruling. */
    Money held();

    /** What the institution holds, from when until when (Asia/Shanghai). */
    record Hold(Money amount, LocalDate from, LocalDate until) {}

    /** The institution was told; what became of it is not known, so all of it counts. */
    record Ordered(UUID id, FreezeOrdered order) implements Freeze {

        @Override
        public Money held() {
            return order.amount();
        }

        /** Less than ordered may be held: the rest is free again at once. */
        Change<Freeze> frozen(Hold hold) {
            return Change.of(
                    new Frozen(id, order, hold),
                    Fact.courtOnly(new AssetFrozen(
                            order.freezeId(), order.requestNumber(), hold.amount(), hold.from(), hold.until())));
        }

        Change<Freeze> refused(String reason) {
            return Change.of(
                    new Refused(id, order, reason),
                    Fact.courtOnly(new FreezeRefused(order.freezeId(), order.requestNumber(), reason)));
        }
    }

    /** It is held. */
    record Frozen(UUID id, FreezeOrdered order, Hold hold) implements Freeze {

        @Override
        public Money held() {
            return hold.amount();
        }

        /** @param requestNumber the new request's own */
        Change<Freeze> release(String requestNumber, String reason, Officer officer) {
            return Change.of(
                    new Releasing(id, order, hold, requestNumber),
                    Fact.courtOnly(new UnfreezeOrdered(order.freezeId(), requestNumber, reason, officer)));
        }
    }

    /** The institution was told to lift it; until that is known, it counts. */
    record Releasing(UUID id, FreezeOrdered order, Hold hold, String requestNumber) implements Freeze {

        @Override
        public Money held() {
            return hold.amount();
        }

        Change<Freeze> unfrozen(Money amount) {
            return Change.of(
                    new Lifted(id, order, hold),
                    Fact.courtOnly(new AssetUnfrozen(order.freezeId(), requestNumber, amount)));
        }

        Change<Freeze> kept(String reason) {
            return Change.of(
                    new Frozen(id, order, hold),
                    Fact.courtOnly(new UnfreezeRefused(order.freezeId(), requestNumber, reason)));
        }
    }

    /** It was lifted. */
    record Lifted(UUID id, FreezeOrdered order, Hold hold) implements Freeze {

        @Override
        public Money held() {
            return NOTHING;
        }
    }

    /** It never came about. */
    record Refused(UUID id, FreezeOrdered order, String reason) implements Freeze {

        @Override
        public Money held() {
            return NOTHING;
        }
    }

    default String stateInChinese() {
        return switch (this) {
            case Ordered _ -> "已发出，等待反馈";
            case Frozen _ -> "已冻结";
            case Releasing _ -> "解除中";
            case Lifted _ -> "已解除";
            case Refused _ -> "未冻结";
        };
    }
}
