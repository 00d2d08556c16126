package court.filing.upload;

import court.filing.upload.Upload.Described;
import court.filing.upload.Upload.Earlier;
import court.filing.upload.Upload.State;
import court.platform.json.SealedJson;
import court.platform.outbox.WriteUnit;
import court.platform.upload.UploadTable;
import court.platform.upload.UploadTable.Begun;
import court.platform.upload.UploadTable.Form;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import tools.jackson.databind.json.JsonMapper;

/** How uploads lie in their table. */
@Repository
class UploadRows {

    private final DatabaseClient database;
    private final WriteUnit unit;
    private final SealedJson sealed;
    private final JsonMapper json;
    private final Scheduler blocking;
    private final UploadTable<Row> table;

    UploadRows(DatabaseClient database, WriteUnit unit, SealedJson sealed, JsonMapper json, Scheduler blocking) {
        this.database = database;
        this.unit = unit;
        this.sealed = sealed;
        this.json = json;
        this.blocking = blocking;
        this.table = new UploadTable<>(database, unit, new Form<>("upload", "filing", "state = 'OPEN'", Row.class));
    }

    private record Row(
            UUID id,
            UUID filing,
            String owner,
            long length,
            String described,
            Instant expiresAt,
            String state,
            @Nullable String fileId,
            @Nullable String refusal) {}

    UploadTable<?> table() {
        return table;
    }

    Mono<Void> insert(Upload it) {
        return Mono.fromCallable(() ->
                        sealed.write(it.described(), it.filing(), it.filing().toString()))
                .subscribeOn(blocking)
                .flatMap(described -> table.insert(
                        new Begun(it.id(), it.filing(), it.owner(), it.length(), described, it.expiresAt())));
    }

    Mono<Upload> find(UUID filing, UUID id, String owner) {
        return table.find(filing, id, owner).flatMap(this::read);
    }

    /** Somebody's uploads to a filing that may still go on, oldest first. */
    Flux<Upload> open(UUID filing, String owner, Instant now) {
        return table.open(filing, owner, now).concatMap(this::read);
    }

    private Mono<Upload> read(Row row) {
        return Mono.fromCallable(() -> new Upload(
                        row.id(),
                        row.filing(),
                        row.owner(),
                        row.length(),
                        sealed.read(
                                row.described(),
                                Described.class,
                                row.filing(),
                                row.filing().toString()),
                        row.expiresAt(),
                        State.valueOf(row.state()),
                        row.fileId(),
                        row.refusal() == null ? null : json.readValue(row.refusal(), Earlier.class)))
                .subscribeOn(blocking);
    }

    /** It became this document; false when it is open no more. Call it in the unit that attaches the document. */
    Mono<Boolean> attached(UUID id, String fileId) {
        return database.sql("update upload set state = 'ATTACHED', file_id = :file where id = :id and state = 'OPEN'")
                .bind("file", fileId)
                .bind("id", id)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    Mono<Void> refused(UUID id, Earlier why) {
        return unit.run(() -> database.sql(
                        "update upload set state = 'REFUSED', refusal = :why where id = :id and state = 'OPEN'")
                .bind("why", json.writeValueAsString(why))
                .bind("id", id)
                .then());
    }

    /** Its bytes are gone; it goes on no more. */
    Mono<Void> cleared(UUID id) {
        return unit.run(() -> database.sql("""
                        update upload set cleared = true, state = case state when 'OPEN' then 'EXPIRED' else state end
                        where id = :id""").bind("id", id).then());
    }
}
