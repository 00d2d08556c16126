package court.platform.scan;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What became of looking for malicious software in a file 病毒检查.
 *
 * @param at when it was tried
 * @param engine the scanner's program and signatures with their date, as it says; null when none answered
 * @param found what it calls what it found; null unless infected
 */
public record Scan(
        State state,
        Instant at,
        @Nullable String engine,
        @Nullable String found) {

    public Scan(State state, Instant at, @Nullable String engine) {
        this(state, at, engine, null);
    }

    /** Told honestly: a file nobody looked into is not called clean. */
    public enum State {
        CLEAN,
        NOT_SCANNED,
        /** Taken while no scanner answered, and found out later. */
        INFECTED
    }

    public boolean isInfected() {
        return state == State.INFECTED;
    }

    /** Nobody looked into it. */
    public static Scan none(Instant at) {
        return new Scan(State.NOT_SCANNED, at, null);
    }
}
