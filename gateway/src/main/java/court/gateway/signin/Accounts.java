package court.gateway.signin;

import court.platform.model.Uuid7;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** The accounts of parties: one per verified identity, matched by its pseudonym, never by name. */
@Repository
class Accounts {

    private final DatabaseClient database;
    private final Clock clock;

    Accounts(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** The account of this person, opened now if there is none; signing in twice at once gives one account. */
    Mono<UUID> of(String personKey) {
        Instant now = clock.instant();
        return database.sql("""
                        insert into account (id, person_key, opened_at) values (:id, :person, :now)
                        on conflict (person_key) do update set person_key = excluded.person_key
                        returning id""")
                .bind("id", Uuid7.at(now))
                .bind("person", personKey)
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .mapValue(UUID.class)
                .one();
    }
}
