package court.gateway.cityapp;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Tokens of the city app that have signed somebody in or were brought too late, by digest of their id. */
@Repository
class SpentHandOvers {

    /** How far back a clock may be set, or another gateway's be behind, without one of them being good again. */
    static final Duration KEPT_AFTER = Duration.ofDays(30);

    private static final int FORGOTTEN_AT_ONCE = 100;

    private final DatabaseClient database;
    private final Clock clock;

    SpentHandOvers(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Remembers it, refuses when it is known; who comes at the same moment waits for the first to be done. */
    Mono<Void> add(HandOver handOver) {
        return forget().then(database.sql("""
                        insert into spent_hand_over (sha256, ends_at) values (:sha256, :ends) on conflict do nothing""")
                .bind("sha256", handOver.sha256())
                .bind("ends", at(handOver.until()))
                .fetch()
                .rowsUpdated()
                .filter(added -> added == 1)
                .switchIfEmpty(Mono.error(CityAppRefusal.ALREADY_USED::because))
                .then());
    }

    private Mono<Void> forget() {
        return database.sql("""
                        delete from spent_hand_over where sha256 in (
                            select sha256 from spent_hand_over where ends_at < :past
                            order by ends_at limit %d for update skip locked)""".formatted(FORGOTTEN_AT_ONCE))
                .bind("past", at(clock.instant().minus(KEPT_AFTER)))
                .then();
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
