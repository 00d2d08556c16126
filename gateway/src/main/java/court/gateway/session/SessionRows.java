package court.gateway.session;

import court.platform.security.Actor;
import court.platform.security.Role;
import court.platform.security.Via;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import reactor.core.publisher.Mono;

/** The tables of sessions and refresh tokens. */
final class SessionRows {

    private final DatabaseClient database;
    private final SessionTimes times;

    SessionRows(DatabaseClient database, SessionTimes times) {
        this.database = database;
        this.times = times;
    }

    private record Stored(
            String actor,
            String roles,
            @Nullable String court,
            @Nullable String personKey,
            @Nullable String weChat,
            String via) {

        Actor who() {
            return new Actor(
                            actor,
                            Arrays.stream(roles.split(",")).map(Role::valueOf).collect(Collectors.toSet()),
                            court,
                            personKey)
                    .through(weChat)
                    .via(Via.valueOf(via));
        }
    }

    record Revocation(UUID id, Instant revokedAt) {}

    Mono<Void> insert(UUID id, Actor actor, Instant now) {
        GenericExecuteSpec insert = database.sql("""
                        insert into session (id, actor, roles, court, person_key, we_chat, via, opened_at, ends_at)
                        values (:id, :actor, :roles, :court, :person, :weChat, :via, :now, :ends)""")
                .bind("id", id)
                .bind("actor", actor.id())
                .bind("roles", actor.roles().stream().sorted().map(Role::name).collect(Collectors.joining(",")))
                .bind("via", actor.via().name())
                .bind("now", at(now))
                .bind("ends", at(now.plus(times.of(actor.roles()))));
        GenericExecuteSpec whose = optional(optional(insert, "court", actor.court()), "person", actor.personKey());
        return optional(whose, "weChat", actor.weChat()).then();
    }

    private static GenericExecuteSpec optional(GenericExecuteSpec statement, String name, @Nullable String value) {
        return value == null ? statement.bindNull(name, String.class) : statement.bind(name, value);
    }

    Mono<Void> remember(RefreshToken token, UUID session, Instant now) {
        return database.sql(
                        "insert into refresh_token (sha256, session_id, issued_at) values (:sha256, :session, :now)")
                .bind("sha256", token.sha256())
                .bind("session", session)
                .bind("now", at(now))
                .then();
    }

    /** Marks the token as used and gives its session; empty when it is unknown or was used: of many at once one wins. */
    Mono<UUID> spend(RefreshToken token, Instant now) {
        return database.sql("""
                        update refresh_token set used_at = :now
                        where sha256 = :sha256 and used_at is null returning session_id""")
                .bind("now", at(now))
                .bind("sha256", token.sha256())
                .mapValue(UUID.class)
                .one();
    }

    Mono<UUID> sessionOfUsed(RefreshToken token) {
        return database.sql("select session_id from refresh_token where sha256 = :sha256 and used_at is not null")
                .bind("sha256", token.sha256())
                .mapValue(UUID.class)
                .one();
    }

    /** Who is signed in by this session; empty when it ended. Locks it, so that it cannot end before the next token is there. */
    Mono<Actor> live(UUID id, Instant now) {
        return database.sql("""
                        select actor, roles, court, person_key, we_chat, via from session
                        where id = :id and revoked_at is null and ends_at > :now for update""")
                .bind("id", id)
                .bind("now", at(now))
                .mapProperties(Stored.class)
                .one()
                .map(Stored::who);
    }

    Mono<Long> revoke(UUID id, String because, Instant now) {
        return database.sql("""
                        update session set revoked_at = :now, revoked_because = :because
                        where id = :id and revoked_at is null""")
                .bind("now", at(now))
                .bind("because", because)
                .bind("id", id)
                .fetch()
                .rowsUpdated();
    }

    /** Holds a person's sessions, so that none is refreshed before the unit ends. */
    Mono<Void> lockOf(String personKey) {
        return database.sql("""
                        select id from session where person_key = :person and revoked_at is null
                        order by id for update""")
                .bind("person", personKey)
                .mapValue(UUID.class)
                .all()
                .then();
    }

    Mono<List<UUID>> revokeOf(String personKey, String because, Instant now) {
        return database.sql("""
                        update session set revoked_at = :now, revoked_because = :because
                        where person_key = :person and revoked_at is null returning id""")
                .bind("now", at(now))
                .bind("because", because)
                .bind("person", personKey)
                .mapValue(UUID.class)
                .all()
                .collectList();
    }

    Mono<Map<UUID, Instant>> revokedSince(Instant since) {
        return database.sql("select id, revoked_at from session where revoked_at > :since")
                .bind("since", at(since))
                .mapProperties(Revocation.class)
                .all()
                .collectMap(Revocation::id, Revocation::revokedAt);
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
