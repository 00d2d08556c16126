package court.filing.lot;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An enforcement judge's place in the court directory: how many cases they take and when they are away.
 *
 * @param capacity share of a full load, in hundredths; 0 takes no cases; absent means a full load
 */
public record Post(
        String id,
        String name,
        @Nullable Integer capacity,
        @Nullable List<Absence> absences) {

    private static final int FULL = 100;
    private static final int MOST = 1_000;

    /**
     * Leave, training, another office 不在岗.
     *
     * @param until last day, included
     */
    public record Absence(LocalDate from, LocalDate until) {

        boolean covers(LocalDate day) {
            return !day.isBefore(from) && !day.isAfter(until);
        }
    }

    public Post {
        if (capacity != null && (capacity < 0 || capacity > MOST)) {
            throw new IllegalArgumentException("capacity of " + id + " is not within 0 to " + MOST);
        }
    }

    int share() {
        return capacity == null ? FULL : capacity;
    }

    boolean awayOn(LocalDate day) {
        return absences != null && absences.stream().anyMatch(it -> it.covers(day));
    }
}
