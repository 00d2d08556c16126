package court.filing.outage;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The last sign of life and what a silence since then means. The clock may have been set back or forward meanwhile, so:
 * no outage is ever recorded over a time in which a sign of life stands, none while the process was running by its own
 * count, and none longer than the process counted.
 *
 * @param latest the latest time at which a sign of life was given, by whatever the clock said then
 */
record Pulse(Instant latest) {

    /** A silence. */
    record Silence(Instant began, Instant ended) {}

    /**
     * The silence before a sign of life, if it was one.
     *
     * @param ran since the process's own last sign, by a counter that nobody can set; null for its first
     * @param tolerated silences as short as this are none
     */
    Optional<Silence> before(Instant now, @Nullable Duration ran, Duration tolerated) {
        Instant ended = ran == null || now.isBefore(latest.plus(ran)) ? now : latest.plus(ran);
        return Duration.between(latest, ended).compareTo(tolerated) > 0
                ? Optional.of(new Silence(latest, ended))
                : Optional.empty();
    }

    Pulse beat(Instant now) {
        return now.isAfter(latest) ? new Pulse(now) : this;
    }
}
