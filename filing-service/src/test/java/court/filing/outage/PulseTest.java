package court.filing.outage;

import static org.assertj.core.api.Assertions.assertThat;

import court.filing.outage.Pulse.Silence;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PulseTest {

    private static final Instant LAST = Instant.parse("2026-03-02T02:00:00Z");
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration BEAT = Duration.ofSeconds(15);
    private final Pulse pulse = new Pulse(LAST);

    @Test
    void aLongSilenceBeforeAStartIsAnOutage() {
        Instant now = LAST.plusSeconds(61);

        assertThat(pulse.before(now, null, MINUTE)).contains(new Silence(LAST, now));
        assertThat(pulse.before(LAST.plusSeconds(60), null, MINUTE)).isEmpty();
    }

    @Test
    void soIsOneOfARunningProcessWhoseDatabaseWasAway() {
        Instant now = LAST.plusSeconds(300);

        assertThat(pulse.before(now, Duration.ofSeconds(300), MINUTE)).contains(new Silence(LAST, now));
    }

    @Test
    void aClockSetForwardUnderARunningProcessIsNone() {
        Instant now = LAST.plus(Duration.ofDays(7));

        assertThat(pulse.before(now, BEAT, MINUTE)).isEmpty();
        assertThat(pulse.beat(now).latest()).isEqualTo(now);
    }

    @Test
    void aClockSetForwardDuringAnOutageDoesNotMakeItLonger() {
        assertThat(pulse.before(LAST.plus(Duration.ofDays(7)), Duration.ofMinutes(5), MINUTE))
                .contains(new Silence(LAST, LAST.plus(Duration.ofMinutes(5))));
    }

    @Test
    void aClockSetBackIsNoneAndTheLatestSignOfLifeStands() {
        Instant back = LAST.minus(Duration.ofHours(1));

        assertThat(pulse.before(back, null, MINUTE)).isEmpty();
        assertThat(pulse.before(back, Duration.ofMinutes(5), MINUTE)).isEmpty();
        assertThat(pulse.beat(back).latest()).isEqualTo(LAST);
    }

    @Test
    void noOutageIsRecordedOverATimeInWhichTheProcessWasUp() {
        // the clock goes back an hour, the process runs on for five minutes, stops, and starts under the right clock
        Pulse setBack = pulse.beat(LAST.minus(Duration.ofHours(1))).beat(LAST.minus(Duration.ofMinutes(55)));
        Instant right = LAST.plus(Duration.ofMinutes(10));

        assertThat(setBack.before(right, null, MINUTE)).contains(new Silence(LAST, right));
    }
}
