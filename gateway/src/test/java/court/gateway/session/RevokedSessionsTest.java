package court.gateway.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import court.platform.model.Refused;
import court.platform.security.AccessRefusal;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RevokedSessionsTest {

    private static final Instant NOW = Instant.parse("2026-05-06T08:00:00Z");
    private final AtomicLong time = new AtomicLong();
    private final RevokedSessions revoked = new RevokedSessions(time::get);
    private final UUID session = UUID.randomUUID();

    private void learn(Map<UUID, Instant> known) {
        revoked.learn(known, time.get(), NOW.minusSeconds(1200));
    }

    @Test
    void whatIsKnownIsRefusedAndWhatIsNotIsLetIn() {
        learn(Map.of(session, NOW));

        assertThat(revoked.contains(session)).isTrue();
        assertThat(revoked.contains(UUID.randomUUID())).isFalse();
    }

    @Test
    void knowledgeOlderThanFiveSecondsLetsNobodyIn() {
        learn(Map.of());
        time.addAndGet(Duration.ofSeconds(5).toNanos());
        assertThat(revoked.contains(session)).isFalse();

        time.addAndGet(1);

        assertThatThrownBy(() -> revoked.contains(session))
                .isInstanceOfSatisfying(
                        Refused.class, it -> assertThat(it.refusal()).isEqualTo(AccessRefusal.CHECK_UNAVAILABLE));
    }

    @Test
    void beforeAnythingIsKnownNobodyIsLetIn() {
        assertThatThrownBy(() -> revoked.contains(session)).isInstanceOf(Refused.class);
    }

    @Test
    void whatEndedHereIsNotForgottenWhenTheDatabaseWasAskedBefore() {
        revoked.add(session, NOW);
        learn(Map.of());

        assertThat(revoked.contains(session)).isTrue();
    }

    @Test
    void whatEndedLongerAgoThanAnyTokenLastsIsForgotten() {
        learn(Map.of(session, NOW.minusSeconds(1201)));

        assertThat(revoked.contains(session)).isFalse();
    }
}
