package court.interaction.upload;

import court.platform.json.SealedJson;
import court.platform.json.Secret;
import court.platform.outbox.WriteUnit;
import court.platform.security.AccessRefusal;
import court.platform.upload.UploadTable;
import court.platform.upload.UploadTable.Begun;
import court.platform.upload.UploadTable.Form;
import java.time.Instant;
import java.time.ZoneOffset;
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
    private final UploadTable<Row> table;

    RoomUploads(DatabaseClient database, WriteUnit unit, SealedJson json, Scheduler blocking) {
        this.database = database;
        this.unit = unit;
        this.json = json;
        this.blocking = blocking;
        this.table = new UploadTable<>(
                database, unit, new Form<>("room_upload", "case_id", "message_id is null", Row.class));
    }

    UploadTable<?> table() {
        return table;
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
                .flatMap(described -> table.insert(
                        new Begun(it.id(), it.caseId(), it.owner(), it.length(), described, it.expiresAt())));
    }

    /** Somebody's own upload in this case; refuses as if it did not exist when it is another's. */
    Mono<RoomUpload> get(UUID caseId, UUID id, String owner) {
        return table.find(caseId, id, owner)
                .flatMap(this::read)
                .switchIfEmpty(Mono.error(AccessRefusal.NOT_YOURS::because));
    }

    /** Somebody's uploads to a room that may still go on, oldest first. */
    Flux<RoomUpload> open(UUID caseId, String owner, Instant now) {
        return table.open(caseId, owner, now).concatMap(this::read);
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

    private static String place(UUID id) {
        return "upload/" + id;
    }
}
