package court.filing.numbering;

import static court.platform.model.CaseNumber.Type.ENFORCEMENT;
import static court.platform.model.CaseNumber.Type.RESUMED;
import static org.assertj.core.api.Assertions.assertThat;

import court.filing.numbering.CaseNumbers.Given;
import court.platform.model.CaseNumber;
import court.platform.outbox.PlatformDatabase;
import court.platform.outbox.WriteUnit;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

class CaseNumbersIT {

    private static final Instant NEW_YEAR = Instant.parse("2026-12-31T16:00:00Z"); // midnight in Shanghai
    private static final PlatformDatabase DATABASE = PlatformDatabase.ofService(10);

    private final WriteUnit unit = DATABASE.unit();
    private final CaseNumbers numbers = new CaseNumbers(DATABASE.client);

    private Given next(String court, Instant now) {
        return Objects.requireNonNull(
                unit.run(() -> numbers.next(court, ENFORCEMENT, now)).block());
    }

    private static List<Integer> upTo(int last) {
        return IntStream.rangeClosed(1, last).boxed().toList();
    }

    @Test
    @DisplayName(
            "RF4: of 200 acceptances at once, a third of which fail, the numbers have no gap and none is given twice")
    void noGapsWhenManyAreTakenAtOnceAndSomeFail() {
        List<Integer> serials = Flux.range(0, 200)
                .flatMap(
                        i -> unit.run(() -> numbers.next("沪0101", ENFORCEMENT, NEW_YEAR)
                                        .flatMap(given -> i % 3 == 0
                                                ? Mono.error(new IllegalStateException("fails after its number"))
                                                : Mono.just(given.number().serial())))
                                .onErrorResume(IllegalStateException.class, failed -> Mono.empty()),
                        20)
                .sort()
                .collectList()
                .block(Duration.ofSeconds(60));

        assertThat(serials).isEqualTo(upTo(133));
    }

    @Test
    @DisplayName("RF4: each court, year and type counts by itself")
    void eachSeriesCountsByItself() {
        assertThat(next("沪0104", NEW_YEAR).number()).hasToString("（2027）沪0104执1号");
        assertThat(next("沪0104", NEW_YEAR).number()).hasToString("（2027）沪0104执2号");
        assertThat(next("沪0105", NEW_YEAR).number()).hasToString("（2027）沪0105执1号");
        CaseNumber resumed = unit.run(() -> numbers.next("沪0104", RESUMED, NEW_YEAR))
                .map(Given::number)
                .block();
        assertThat(resumed).hasToString("（2027）沪0104执恢1号");
    }

    @ParameterizedTest
    @CsvSource({
        "沪0111, 2026-12-31T15:59:59.999999Z, 2026",
        "沪0112, 2026-12-31T16:00:00Z, 2027",
        "沪0113, 2027-01-01T00:00:00Z, 2027",
        "沪0114, 2026-12-31T00:00:00Z, 2026",
        "沪0118, 2025-12-31T16:00:00Z, 2026"
    })
    @DisplayName("RF4, K3: the year of a number is Shanghai's, not Greenwich's")
    void theYearIsShanghais(String court, Instant now, int year) {
        assertThat(next(court, now).number().year()).isEqualTo(year);
    }

    @Test
    @DisplayName("RF4: a clock set back a little over New Year neither reuses nor reorders numbers")
    void aClockALittleBackDoesNotTurnTheYearBack() {
        next("沪0106", NEW_YEAR.minusSeconds(60));
        Given first = next("沪0106", NEW_YEAR.plusSeconds(30));

        Given second = next("沪0106", NEW_YEAR.minusSeconds(30));

        assertThat(first.number()).hasToString("（2027）沪0106执1号");
        assertThat(second.number()).hasToString("（2027）沪0106执2号");
        assertThat(second.at()).as("counts as accepted with the one before").isEqualTo(first.at());
        assertThat(next("沪0106", NEW_YEAR.plusSeconds(40)).at()).isEqualTo(NEW_YEAR.plusSeconds(40));
    }

    @Test
    @DisplayName("RF4: a clock set back far is believed, and the old year's series goes on where it stopped")
    void aClockFarBackGoesOnWithTheOldYear() {
        Instant june = Instant.parse("2026-06-01T02:00:00Z");
        next("沪0107", june);
        next("沪0107", june.plus(Duration.ofDays(365)));

        Given after = next("沪0107", june.plusSeconds(60));

        assertThat(after.number()).hasToString("（2026）沪0107执2号");
        assertThat(after.at()).isEqualTo(june.plusSeconds(60));
        assertThat(next("沪0107", june.plus(Duration.ofDays(365))).number()).hasToString("（2027）沪0107执2号");
    }

    @Test
    @DisplayName("RF4: within a series no later number is of an earlier acceptance")
    void serialsFollowTheTimeOfAcceptance() {
        Instant now = Instant.parse("2026-06-01T02:00:00Z");
        List<Instant> clocks =
                List.of(now, now.plusSeconds(2), now.plusSeconds(1), now.minusSeconds(9), now.plusSeconds(3));

        List<Instant> times = clocks.stream().map(it -> next("沪0108", it).at()).toList();

        assertThat(times).isSorted().endsWith(now.plusSeconds(3));
    }

    @Test
    @DisplayName("RF4: a clock far back within the year is believed too, and serials go on")
    void aClockFarBackWithinTheYearGoesOn() {
        Instant june = Instant.parse("2026-06-01T02:00:00Z");
        next("沪0110", june.plus(Duration.ofDays(7)));

        Given after = next("沪0110", june);

        assertThat(after.number().serial()).isEqualTo(2);
        assertThat(after.at()).isEqualTo(june);
    }
}
