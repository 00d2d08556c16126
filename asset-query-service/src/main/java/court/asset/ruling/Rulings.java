package court.asset.ruling;

import court.asset.matter.Limit;
import court.platform.json.SealedJson;
import court.platform.outbox.Outbox;
import court.platform.security.Actor;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** All rulings. A ruling is one row that carries its limit, locked while a freeze under it changes. */
@Repository
public class Rulings {

    private final DatabaseClient database;
    private final SealedJson json;
    private final Scheduler blocking;
    private final Outbox outbox;

    Rulings(DatabaseClient database, SealedJson json, Scheduler blocking, Outbox outbox) {
        this.database = database;
        this.json = json;
        this.blocking = blocking;
        this.outbox = outbox;
    }

    /** A ruling with what of its limit is taken. */
    public record Stored(Ruling ruling, Limit limit) {}

    private record Row(UUID id, UUID caseId, BigDecimal most, BigDecimal reserved, String body) {}

    /** Registers a ruling. Inside a write unit. */
    Mono<Ruling> add(Actor actor, Ruling ruling) {
        return Mono.fromCallable(() -> json.write(ruling, ruling.caseId(), place(ruling.id())))
                .subscribeOn(blocking)
                .flatMap(body -> database.sql(
                                "insert into ruling (id, case_id, most, body) values (:id, :case, :most, :body)")
                        .bind("id", ruling.id())
                        .bind("case", ruling.caseId())
                        .bind("most", ruling.limit().amount())
                        .bind("body", body)
                        .then())
                .then(outbox.tell(ruling.caseId(), actor, List.of(ruling.registered())))
                .thenReturn(ruling);
    }

    /** The ruling of this case, which nobody else freezes under until the transaction ends. Inside a write unit. */
    public Mono<Stored> lock(UUID caseId, UUID id) {
        return one("select id, case_id, most, reserved, body from ruling where id = :id for update", caseId, id);
    }

    Mono<Stored> get(UUID caseId, UUID id) {
        return one("select id, case_id, most, reserved, body from ruling where id = :id", caseId, id);
    }

    private Mono<Stored> one(String sql, UUID caseId, UUID id) {
        return database.sql(sql)
                .bind("id", id)
                .mapProperties(Row.class)
                .one()
                .filter(row -> row.caseId().equals(caseId))
                .flatMap(this::opened)
                .switchIfEmpty(Mono.error(RulingRefusal.NO_SUCH_RULING::because));
    }

    /** Writes what is taken of the limit. Inside a write unit that has locked the ruling. */
    public Mono<Void> reserve(UUID id, Limit limit) {
        return database.sql("update ruling set reserved = :reserved where id = :id")
                .bind("reserved", limit.reserved())
                .bind("id", id)
                .then();
    }

    /** All rulings of a case, newest first. */
    Flux<Stored> of(UUID caseId) {
        return database.sql(
                        "select id, case_id, most, reserved, body from ruling where case_id = :case order by id desc")
                .bind("case", caseId)
                .mapProperties(Row.class)
                .all()
                .collectList()
                .flatMapIterable((List<Row> all) -> all)
                .concatMap(this::opened);
    }

    private Mono<Stored> opened(Row row) {
        return Mono.fromCallable(() -> new Stored(
                        json.read(row.body(), Ruling.class, row.caseId(), place(row.id())),
                        new Limit(row.most(), row.reserved())))
                .subscribeOn(blocking);
    }

    /** What a ruling's sealed values belong to. */
    private static String place(UUID id) {
        return "ruling/" + id;
    }
}
