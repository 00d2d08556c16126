package court.ledger.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import court.platform.model.Refused;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

class FewAtOnceTest {

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final FewAtOnce two = new FewAtOnce(2, Duration.ofMinutes(10), meters);

    private CompletableFuture<Object> endless() {
        return two.run(Mono::never).toFuture();
    }

    private static void refused(FewAtOnce few, VerifyRefusal why) {
        assertThatThrownBy(() -> few.run(() -> Mono.just("judged")).block())
                .isInstanceOfSatisfying(
                        Refused.class, it -> assertThat(it.refusal()).isEqualTo(why));
    }

    @Test
    void whoComesWhileAllPlacesAreTakenIsRefusedAndCounted() {
        endless();
        endless();

        refused(two, VerifyRefusal.TOO_MANY_AT_ONCE);
        assertThat(meters.get("court.ledger.verify.refused").counter().count()).isEqualTo(1);
    }

    @Test
    void whoIsDoneOrFailsOrLeavesGivesThePlaceBack() {
        for (int i = 0; i < 5; i++) {
            endless().cancel(true);
            assertThat(two.run(() -> Mono.just("judged")).block()).isEqualTo("judged");
            assertThatThrownBy(() -> two.run(() -> Mono.error(new IllegalStateException("cut")))
                            .block())
                    .hasMessage("cut");
        }

        endless();
        assertThat(two.run(() -> Mono.just("judged")).block()).isEqualTo("judged");
    }

    @Test
    void aFileThatDoesNotComeToItsEndGivesItsPlaceBack() {
        FewAtOnce one = new FewAtOnce(1, Duration.ofMillis(50), meters);

        assertThatThrownBy(() -> one.run(Mono::never).block())
                .isInstanceOfSatisfying(
                        Refused.class, it -> assertThat(it.refusal()).isEqualTo(VerifyRefusal.TOO_SLOW));

        assertThat(one.run(() -> Mono.just("judged")).block()).isEqualTo("judged");
    }
}
