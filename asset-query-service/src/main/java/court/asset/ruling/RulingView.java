package court.asset.ruling;

import court.platform.model.Money;
import java.time.Instant;
import java.util.UUID;

/**
 * A ruling as the court sees it.
 *
 * @param reserved what of the limit is or may be frozen
 */
record RulingView(
        UUID rulingId,
        String number,
        String respondentId,
        Money limit,
        Money reserved,
        String rulingFileId,
        String noticeFileId,
        Instant registeredAt) {

    static RulingView of(Rulings.Stored stored) {
        Ruling ruling = stored.ruling();
        return new RulingView(
                ruling.id(),
                ruling.number(),
                ruling.respondentId(),
                ruling.limit(),
                new Money(stored.limit().reserved()),
                ruling.ruling().file().id(),
                ruling.notice().file().id(),
                ruling.registeredAt());
    }
}
