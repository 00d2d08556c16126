package court.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BucketsTest {

    private final AtomicLong time = new AtomicLong(Long.MAX_VALUE - 1000); // nano time may run over
    private final Buckets buckets = new Buckets(3, 60, time::get);

    private void pass(Duration duration) {
        time.addAndGet(duration.toNanos());
    }

    @Test
    void aBurstIsLetThroughAndThenOnePerDrip() {
        for (int i = 0; i < 3; i++) {
            assertThat(buckets.take("a")).isZero();
        }
        assertThat(buckets.take("a")).isEqualTo(Duration.ofSeconds(1));

        pass(Duration.ofSeconds(1));

        assertThat(buckets.take("a")).isZero();
        assertThat(buckets.take("a")).isPositive();
    }

    @Test
    void oneAddressDoesNotSpendAnothers() {
        IntStream.range(0, 4).forEach(it -> buckets.take("a"));

        assertThat(buckets.take("b")).isZero();
    }

    @Test
    void aBucketFillsUpToItsSizeOnly() {
        buckets.take("a");
        pass(Duration.ofHours(1));

        IntStream.range(0, 3).forEach(it -> assertThat(buckets.take("a")).isZero());
        assertThat(buckets.take("a")).isPositive();
    }

    @Test
    void idleAddressesAreForgottenWhenThereAreMany() {
        IntStream.range(0, 10_001).forEach(it -> buckets.take("old" + it));
        pass(Duration.ofMinutes(1));

        buckets.take("new");

        assertThat(buckets.remembered()).isEqualTo(1);
    }
}
