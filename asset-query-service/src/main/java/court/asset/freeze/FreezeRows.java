package court.asset.freeze;

import court.platform.json.SealedJson;
import java.util.List;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** How freezes lie in their table. */
@Repository
class FreezeRows {

    private final DatabaseClient database;
    private final SealedJson json;
    private final Scheduler blocking;

    FreezeRows(DatabaseClient database, SealedJson json, Scheduler blocking) {
        this.database = database;
        this.json = json;
        this.blocking = blocking;
    }

    /** A freeze with the version of its row. */
    record Stored(UUID caseId, long version, Freeze freeze) {}

    private record Row(UUID id, UUID caseId, long version, String body) {}

    Mono<Void> insert(UUID caseId, Freeze freeze) {
        return write("""
                insert into asset_freeze (id, case_id, ruling_id, version, state, held, body)
                values (:id, :case, :ruling, :version, :state, :held, :body)""", new Stored(caseId, 1, freeze));
    }

    Mono<Void> update(Stored stored) {
        return write("""
                update asset_freeze set version = :version, state = :state, held = :held, body = :body
                where id = :id and case_id = :case and ruling_id = :ruling""", stored);
    }

    private Mono<Void> write(String sql, Stored stored) {
        Freeze freeze = stored.freeze();
        return Mono.fromCallable(() -> json.write(freeze, stored.caseId(), place(freeze.id())))
                .subscribeOn(blocking)
                .flatMap(body -> database.sql(sql)
                        .bind("id", freeze.id())
                        .bind("case", stored.caseId())
                        .bind("ruling", UUID.fromString(freeze.order().rulingId()))
                        .bind("version", stored.version())
                        .bind("state", freeze.getClass().getSimpleName())
                        .bind("held", freeze.held().amount())
                        .bind("body", body)
                        .then());
    }

    /** Inside a write unit. */
    Mono<Stored> lock(UUID caseId, UUID id) {
        return database.sql(
                        "select id, case_id, version, body from asset_freeze where id = :id and case_id = :case for update")
                .bind("id", id)
                .bind("case", caseId)
                .mapProperties(Row.class)
                .one()
                .flatMap(this::opened)
                .switchIfEmpty(Mono.error(FreezeRefusal.NO_SUCH_FREEZE::because));
    }

    /** All freezes of a case, newest first. */
    Flux<Stored> of(UUID caseId) {
        return database.sql(
                        "select id, case_id, version, body from asset_freeze where case_id = :case order by id desc")
                .bind("case", caseId)
                .mapProperties(Row.class)
                .all()
                .collectList()
                .flatMapIterable((List<Row> all) -> all)
                .concatMap(this::opened);
    }

    private Mono<Stored> opened(Row row) {
        return Mono.fromCallable(() -> new Stored(
                        row.caseId(),
                        row.version(),
                        json.read(row.body(), Freeze.class, row.caseId(), place(row.id()))))
                .subscribeOn(blocking);
    }

    /** What a freeze's sealed values belong to. */
    private static String place(UUID id) {
        return "freeze/" + id;
    }
}
