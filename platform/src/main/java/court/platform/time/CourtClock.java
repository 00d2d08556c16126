package court.platform.time;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * The one clock. It ticks in microseconds, because the database keeps no more and rounds up; for trials it may be moved
 * by an offset file holding an ISO-8601 duration such as {@code P7D}, which all processes read.
 */
public final class CourtClock extends Clock {

    private final @Nullable Path offsetFile;

    public CourtClock(@Nullable Path offsetFile) {
        this.offsetFile = offsetFile;
    }

    @Override
    public Instant instant() {
        return Instant.now().plus(offset()).truncatedTo(ChronoUnit.MICROS);
    }

    private Duration offset() {
        if (offsetFile == null) {
            return Duration.ZERO;
        }
        try {
            String text = Files.readString(offsetFile).strip();
            return text.isEmpty() ? Duration.ZERO : Duration.parse(text);
        } catch (NoSuchFileException absent) {
            return Duration.ZERO;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new IllegalArgumentException("instants are UTC; legal dates come from the legal calendar");
    }
}
