package court.deploy.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PercentilesTest {

    /** The worked example of the nearest-rank method: 15, 20, 35, 40, 50. */
    @ParameterizedTest
    @CsvSource({"5, 15", "30, 20", "40, 20", "50, 35", "100, 50"})
    void theValueAtARankIsTheNearestOne(double percent, double expected) {
        Percentiles times =
                Percentiles.ofNanos(List.of(50_000_000L, 35_000_000L, 15_000_000L, 40_000_000L, 20_000_000L));

        assertThat(times.millis(percent)).isEqualTo(expected, within(1e-9));
    }

    @Test
    void theNinetyNinthOfAThousandLeavesTenAbove() {
        Percentiles times = Percentiles.ofNanos(LongStream.rangeClosed(1, 1_000)
                .map(it -> it * 1_000_000)
                .boxed()
                .toList());

        assertThat(times.millis(99)).isEqualTo(990);
    }

    @Test
    void whatWasNeverTimedHasNoPercentile() {
        assertThat(Percentiles.ofNanos(List.of()).millis(50)).isNaN();
        assertThatThrownBy(() -> Percentiles.ofNanos(List.of(1L)).millis(0))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theMiddleRoundIsNotTheMean() {
        assertThat(Percentiles.median(1, 100, 3)).isEqualTo(3);
        assertThat(Percentiles.median(4, 1, 3, 2)).isEqualTo(2.5);
    }
}
