package court.gateway.organisation;

import com.fasterxml.jackson.annotation.JsonInclude;
import court.gateway.session.Sessions;
import court.platform.model.Uuid7;
import court.platform.outbox.WriteUnit;
import court.platform.security.AccessRefusal;
import court.platform.web.Command;
import court.platform.web.Commands;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** All handlers 经办人: who may act for which organisation, from day to day, until revoked. */
@Repository
class Handlers {

    private final DatabaseClient database;
    private final Commands commands;
    private final Sessions sessions;
    private final WriteUnit unit;
    private final Clock clock;

    Handlers(DatabaseClient database, Commands commands, Sessions sessions, WriteUnit unit, Clock clock) {
        this.database = database;
        this.commands = commands;
        this.sessions = sessions;
        this.unit = unit;
        this.clock = clock;
    }

    /** A handler without who it is. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Line(
            UUID id,
            LocalDate from,
            LocalDate until,
            Instant appointedAt,
            @Nullable Instant revokedAt) {}

    /** Appoints a person. {@code organisation} is locked in the same unit, so that terms are compared one after another. */
    Mono<Line> appoint(Command command, Mono<UUID> organisation, String person, HandlerTerm term) {
        return unit.run(() -> organisation.flatMap(id ->
                commands.once(command, () -> free(id, person, term).then(insert(command, id, person, term)))));
    }

    private Mono<Void> free(UUID organisation, String person, HandlerTerm term) {
        return database.sql("""
                        select count(*) from handler
                        where organisation_id = :organisation and person_key = :person and revoked_at is null
                          and valid_from <= :until and valid_until >= :from""")
                .bind("organisation", organisation)
                .bind("person", person)
                .bind("from", term.from())
                .bind("until", term.until())
                .mapValue(Long.class)
                .one()
                .flatMap(others ->
                        others == 0 ? Mono.<Void>empty() : Mono.error(OrganisationRefusal.TERM_OVERLAPS.because()));
    }

    private Mono<Line> insert(Command command, UUID organisation, String person, HandlerTerm term) {
        Instant now = clock.instant();
        UUID id = Uuid7.at(now);
        return database.sql("""
                        insert into handler
                            (id, organisation_id, person_key, valid_from, valid_until, appointed_by, appointed_at)
                        values (:id, :organisation, :person, :from, :until, :by, :now)""")
                .bind("id", id)
                .bind("organisation", organisation)
                .bind("person", person)
                .bind("from", term.from())
                .bind("until", term.until())
                .bind("by", command.actor().id())
                .bind("now", at(now))
                .then()
                .thenReturn(new Line(id, term.from(), term.until(), now, null));
    }

    /** Takes a handler's authority away and signs them out everywhere; once is enough. */
    Mono<Void> revoke(UUID organisation, UUID id, String revokedBy) {
        return database.sql("""
                        select person_key, revoked_at is not null as revoked from handler
                        where id = :id and organisation_id = :organisation""")
                .bind("id", id)
                .bind("organisation", organisation)
                .mapProperties(Appointed.class)
                .one()
                .switchIfEmpty(Mono.error(AccessRefusal.NOT_YOURS::because))
                .filter(handler -> !handler.revoked())
                .flatMap(handler -> sessions.cut(handler.personKey(), "HANDLER_REVOKED", () -> end(id, revokedBy)))
                .then();
    }

    private record Appointed(String personKey, boolean revoked) {}

    private Mono<Long> end(UUID id, String revokedBy) {
        return database.sql("""
                        update handler set revoked_at = :now, revoked_by = :by
                        where id = :id and revoked_at is null""")
                .bind("now", at(clock.instant()))
                .bind("by", revokedBy)
                .bind("id", id)
                .fetch()
                .rowsUpdated();
    }

    /** The handlers of one organisation, newest first. */
    Mono<List<Line>> list(UUID organisation, UUID before, int most) {
        return database.sql("""
                        select id, valid_from as "from", valid_until as until, appointed_at, revoked_at from handler
                        where organisation_id = :organisation and id < :before order by id desc limit :most""")
                .bind("organisation", organisation)
                .bind("before", before)
                .bind("most", most)
                .mapProperties(Line.class)
                .all()
                .collectList();
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
