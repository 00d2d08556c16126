package court.gateway.organisation;

import court.gateway.session.Sessions;
import court.platform.model.Uuid7;
import court.platform.outbox.WriteUnit;
import court.platform.security.AccessRefusal;
import court.platform.web.Command;
import court.platform.web.Commands;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** All organisations and who represents them by law; one person each, the one verified last. */
@Repository
class Organisations {

    private final DatabaseClient database;
    private final Commands commands;
    private final Sessions sessions;
    private final WriteUnit unit;
    private final Clock clock;

    Organisations(DatabaseClient database, Commands commands, Sessions sessions, WriteUnit unit, Clock clock) {
        this.database = database;
        this.commands = commands;
        this.sessions = sessions;
        this.unit = unit;
        this.clock = clock;
    }

    /** An organisation whose legal representative was verified. It has no name here: only its pseudonym is kept. */
    record Registered(UUID id, Instant verifiedAt) {}

    /** Puts the caller on record as legal representative. Whoever was it before is signed out and acts for it no more. */
    Mono<Registered> register(Command command, String organisation) {
        String caller = Objects.requireNonNull(command.actor().personKey());
        return representative(organisation)
                .defaultIfEmpty(caller)
                .flatMap(before -> before.equals(caller)
                        ? unit.run(() -> once(command, organisation, caller))
                        : sessions.cut(before, "REPRESENTATIVE_REPLACED", () -> once(command, organisation, before)));
    }

    private Mono<String> representative(String organisation) {
        return database.sql("select representative_key from organisation where person_key = :organisation")
                .bind("organisation", organisation)
                .mapValue(String.class)
                .one();
    }

    private Mono<Registered> once(Command command, String organisation, String before) {
        return commands.once(command, () -> write(command, organisation, before));
    }

    private Mono<Registered> write(Command command, String organisation, String before) {
        Instant now = clock.instant();
        return database.sql("""
                        insert into organisation (id, person_key, representative_key, verified_at)
                        values (:id, :organisation, :caller, :now)
                        on conflict (person_key) do update
                            set representative_key = excluded.representative_key, verified_at = excluded.verified_at
                            where organisation.representative_key in (excluded.representative_key, :before)
                        returning id""")
                .bind("id", Uuid7.at(now))
                .bind("organisation", organisation)
                .bind("caller", Objects.requireNonNull(command.actor().personKey()))
                .bind("before", before)
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .mapValue(UUID.class)
                .one()
                .map(id -> new Registered(id, now))
                .switchIfEmpty(Mono.error(OrganisationRefusal.CHANGED_MEANWHILE::because));
    }

    /** Holds the organisation while its handlers change; to anybody but its legal representative it does not exist. */
    Mono<UUID> lock(UUID id, String representative) {
        return owned(
                "select id from organisation where id = :id and representative_key = :person for update",
                id,
                representative);
    }

    /** Refuses everybody but its legal representative. */
    Mono<UUID> get(UUID id, String representative) {
        return owned("select id from organisation where id = :id and representative_key = :person", id, representative);
    }

    private Mono<UUID> owned(String sql, UUID id, String representative) {
        return database.sql(sql)
                .bind("id", id)
                .bind("person", representative)
                .mapValue(UUID.class)
                .one()
                .switchIfEmpty(Mono.error(AccessRefusal.NOT_YOURS::because));
    }
}
