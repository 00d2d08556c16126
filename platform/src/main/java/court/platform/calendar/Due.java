package court.platform.calendar;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * The last day of a term 届满日.
 *
 * @param provisional the holidays of that time are not announced yet, so the date may still move
 */
public record Due(LocalDate date, boolean provisional) {

    /** Calendar days left, as shown beside the date (K6); negative when it is past. */
    public long daysLeft(LocalDate today) {
        return ChronoUnit.DAYS.between(today, date);
    }
}
