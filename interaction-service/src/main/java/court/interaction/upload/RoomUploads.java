package court.interaction.upload;

import court.platform.json.SealedJson;
import court.platform.json.Secret;
import court.platform.outbox.WriteUnit;
import court.platform.security.AccessRefusal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** All uploads to rooms, as they lie in their table; their bytes lie with the files. */
@Repository
class RoomUploads {

    private final DatabaseClient database;
    private final WriteUnit unit;
    private final SealedJson json;
    private final Scheduler blocking;

    RoomUploads(DatabaseClient database, WriteUnit unit, SealedJson json, Scheduler blocking) {
        this.database = database;
        this.unit = unit;
        this.json = json;
        this.blocking = blocking;
    }

    private record Row(
            UUID id,
            UUID caseId,
            String owner,
            long length,
            String described,
            Instant expiresAt,
            @Nullable UUID messageId) {}

    private record Described(Secret name) {}

    Mono<Void> insert(RoomUpload it) {
        return Mono.fromCallable(() -> json.write(new Described(it.name()), it.caseId(), place(it.id())))
                .subscribeOn(blocking)
                .flatMap(described -> unit.run(() -> database.sql("""
                                insert into room_upload (id, case_id, owner, length, described, expires_at)
                                values (:id, :case, :owner, :length, :described, :expires)""")
                        .bind("id", it.id())
                        .bind("case", it.caseId())
                        .bind("owner", it.owner())
                        .bind("length", it.length())
                        .bind("described", described)
                        .bind("expires", it.expiresAt().atOffset(ZoneOffset.UTC))
                        .then()));
    }

    /** Somebody's own upload in this case; refuses as if it did not exist when it is another's. */
    Mono<RoomUpload> get(UUID caseId, UUID id, String owner) {
        return database.sql("select * from room_upload where id = :id and case_id = :case and owner = :owner")
                .bind("id", id)
                .bind("case", caseId)
                .bind("owner", owner)
                .mapProperties(Row.class)
                .one()
                .flatMap(this::read)
                .switchIfEmpty(Mono.error(AccessRefusal.NOT_YOURS::because));
    }

    /** Somebody's uploads to a room that may still go on, oldest first. */
    Flux<RoomUpload> going(UUID caseId, String owner, Instant now) {
        return database.sql("""
                        select * from room_upload
                        where case_id = :case and owner = :owner and message_id is null and not cleared and expires_at > :now
                        order by id limit 100""")
                .bind("case", caseId)
                .bind("owner", owner)
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .mapProperties(Row.class)
                .all()
                .collectList()
                .flatMapIterable((List<Row> all) -> all)
                .concatMap(this::read);
    }

    private Mono<RoomUpload> read(Row row) {
        return Mono.fromCallable(() -> new RoomUpload(
                        row.id(),
                        row.caseId(),
                        row.owner(),
                        row.length(),
                        json.read(row.described(), Described.class, row.caseId(), place(row.id()))
                                .name(),
                        row.expiresAt(),
                        row.messageId()))
                .subscribeOn(blocking);
    }

    /** It became this message; false when it was sent before. Inside the unit that writes the message. */
    Mono<Boolean> sent(UUID id, UUID messageId) {
        return database.sql("update room_upload set message_id = :message where id = :id and message_id is null")
                .bind("message", messageId)
                .bind("id", id)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    /** Its bytes are gone; it goes on no more. */
    Mono<Void> cleared(UUID id, Instant now) {
        return unit.run(() -> database.sql(
                        "update room_upload set cleared = true, expires_at = least(expires_at, :now) where id = :id")
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .bind("id", id)
                .then());
    }

    /** An upload whose bytes are to be taken away. */
    record Leftover(UUID id, UUID caseId) {}

    Mono<List<Leftover>> toClear(Instant now, int limit) {
        return database.sql("""
                        select id, case_id from room_upload
                        where not cleared and (expires_at <= :now or message_id is not null) order by expires_at limit :limit""")
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .bind("limit", limit)
                .mapProperties(Leftover.class)
                .all()
                .collectList();
    }

    /** What nobody will ask about any more. */
    Mono<Void> forget(Instant expiredBefore) {
        return unit.run(() -> database.sql("delete from room_upload where cleared and expires_at < :before")
                .bind("before", expiredBefore.atOffset(ZoneOffset.UTC))
                .then());
    }

    private static String place(UUID id) {
        return "upload/" + id;
    }
}
