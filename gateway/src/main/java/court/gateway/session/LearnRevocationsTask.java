package court.gateway.session;

import court.gateway.token.TokenMint;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks up once a second which sessions other gateways ended. */
@Component
@DependsOnDatabaseInitialization
class LearnRevocationsTask implements InitializingBean {

    private static final Logger LOG = LoggerFactory.getLogger(LearnRevocationsTask.class);

    /** Longer than a token lasts, with what clocks may differ. */
    private static final Duration REMEMBERED = TokenMint.LASTS.plusMinutes(5);

    private final SessionRows rows;
    private final RevokedSessions revoked;
    private final Clock clock;

    LearnRevocationsTask(SessionRows rows, RevokedSessions revoked, Clock clock) {
        this.rows = rows;
        this.revoked = revoked;
        this.clock = clock;
    }

    /** Before the first request is taken. */
    @Override
    public void afterPropertiesSet() {
        learn(Duration.ofSeconds(30));
    }

    @Scheduled(fixedDelay = 1000)
    void again() {
        try {
            learn(Duration.ofSeconds(2));
        } catch (RuntimeException away) {
            LOG.warn("cannot look up ended sessions: {}", away.getClass().getName());
        }
    }

    private void learn(Duration patience) {
        long asked = System.nanoTime();
        Instant since = clock.instant().minus(REMEMBERED);
        Map<UUID, Instant> known =
                Objects.requireNonNull(rows.revokedSince(since).block(patience));
        revoked.learn(known, asked, since);
    }
}
