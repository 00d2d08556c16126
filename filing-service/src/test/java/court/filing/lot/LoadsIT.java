package court.filing.lot;

import static org.assertj.core.api.Assertions.assertThat;

import court.platform.outbox.PlatformDatabase;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

/** What each judge has, while several cases come and go. */
class LoadsIT {

    private static final PlatformDatabase DATABASE = PlatformDatabase.ofService(4);
    private static final Duration LONG = Duration.ofMillis(300);

    private final Loads loads = new Loads(DATABASE.client);

    /** One unit that gives two judges of a court a case each. */
    private CompletableFuture<Boolean> gives(String first, String second) {
        return DATABASE.unit()
                .run(() -> loads.move("沪0117", null, first)
                        .then(Mono.delay(LONG))
                        .then(Mono.defer(() -> loads.move("沪0117", null, second)))
                        .thenReturn(true))
                .toFuture();
    }

    @Test
    void whoMovesSeveralCasesOfACourtDoesNotMeetWhoMovesThemInAnotherOrder() {
        CompletableFuture<Boolean> there = gives("judge-1", "judge-2");
        CompletableFuture<Boolean> andBack = gives("judge-2", "judge-1");

        assertThat(there.join() && andBack.join()).isTrue();
        assertThat(loads.of("沪0117").block()).isEqualTo(Map.of("judge-1", 2L, "judge-2", 2L));
    }
}
