package court.filing.upload;

import court.filing.upload.Upload.Described;
import court.filing.upload.Upload.Earlier;
import court.filing.upload.Upload.State;
import court.platform.json.SealedJson;
import court.platform.outbox.WriteUnit;
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
import tools.jackson.databind.json.JsonMapper;

/** How uploads lie in their table. */
@Repository
class UploadRows {

    private final DatabaseClient database;
    private final WriteUnit unit;
    private final SealedJson sealed;
    private final JsonMapper json;
    private final Scheduler blocking;

    UploadRows(DatabaseClient database, WriteUnit unit, SealedJson sealed, JsonMapper json, Scheduler blocking) {
        this.database = database;
        this.unit = unit;
        this.sealed = sealed;
        this.json = json;
        this.blocking = blocking;
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

    Mono<Void> insert(Upload it) {
        return Mono.fromCallable(() ->
                        sealed.write(it.described(), it.filing(), it.filing().toString()))
                .subscribeOn(blocking)
                .flatMap(described -> unit.run(() -> database.sql("""
                                insert into upload (id, filing, owner, length, described, expires_at)
                                values (:id, :filing, :owner, :length, :described, :expires)""")
                        .bind("id", it.id())
                        .bind("filing", it.filing())
                        .bind("owner", it.owner())
                        .bind("length", it.length())
                        .bind("described", described)
                        .bind("expires", it.expiresAt().atOffset(ZoneOffset.UTC))
                        .then()));
    }

    Mono<Upload> find(UUID filing, UUID id, String owner) {
        return database.sql("select * from upload where id = :id and filing = :filing and owner = :owner")
                .bind("id", id)
                .bind("filing", filing)
                .bind("owner", owner)
                .mapProperties(Row.class)
                .one()
                .flatMap(this::read);
    }

    /** Somebody's uploads to a filing that may still go on, oldest first. */
    Flux<Upload> open(UUID filing, String owner, Instant now) {
        return database.sql("""
                        select * from upload where filing = :filing and owner = :owner and state = 'OPEN' and expires_at > :now
                        order by id limit 100""")
                .bind("filing", filing)
                .bind("owner", owner)
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .mapProperties(Row.class)
                .all()
                .collectList()
                .flatMapIterable((List<Row> all) -> all)
                .concatMap(this::read);
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

    /** An upload whose bytes are to be taken away. */
    record Leftover(UUID id, UUID filing) {}

    Mono<List<Leftover>> toClear(Instant now, int limit) {
        return database.sql("""
                        select id, filing from upload
                        where not cleared and (expires_at <= :now or state <> 'OPEN') order by expires_at limit :limit""")
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .bind("limit", limit)
                .mapProperties(Leftover.class)
                .all()
                .collectList();
    }

    /** What nobody will ask about any more. */
    Mono<Void> forget(Instant expiredBefore) {
        return unit.run(() -> database.sql("delete from upload where cleared and expires_at < :before")
                .bind("before", expiredBefore.atOffset(ZoneOffset.UTC))
                .then());
    }
}
