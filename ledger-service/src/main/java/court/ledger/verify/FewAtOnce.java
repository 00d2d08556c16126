package court.ledger.verify;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Lets a few files be judged at once, each for so long at most: anybody may send one, of any size, and each takes its share of
 * the processor. Who comes while all places are taken is told so before anything of the file is read.
 */
@Component
class FewAtOnce {

    private final Semaphore places;
    private final Duration longest;
    private final Counter refused;

    FewAtOnce(
            @Value("${court.ledger.verify.at-once}") int places,
            @Value("${court.ledger.verify.longest}") Duration longest,
            MeterRegistry meters) {
        this.places = new Semaphore(places);
        this.longest = longest;
        this.refused = Counter.builder("court.ledger.verify.refused")
                .description("files that were not judged because too many others were")
                .register(meters);
    }

    <T> Mono<T> run(Supplier<Mono<T>> judging) {
        return Mono.using(this::enter, place -> judging.get(), Semaphore::release)
                .timeout(longest)
                .onErrorMap(TimeoutException.class, late -> VerifyRefusal.TOO_SLOW.because(longest.toMinutes()));
    }

    private Semaphore enter() {
        if (!places.tryAcquire()) {
            refused.increment();
            throw VerifyRefusal.TOO_MANY_AT_ONCE.because();
        }
        return places;
    }
}
