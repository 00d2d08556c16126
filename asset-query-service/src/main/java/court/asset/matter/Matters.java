package court.asset.matter;

import court.platform.json.SealedJson;
import java.math.BigDecimal;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/**
 * All cases. A case is one row that carries the cap on what may be frozen: who orders, corrects or lifts a freeze, and who
 * closes the case, locks it first, so that concurrent freezes never exceed the claim (rule RP2).
 */
@Repository
public class Matters {

    private final DatabaseClient database;
    private final SealedJson json;
    private final Scheduler blocking;

    Matters(DatabaseClient database, SealedJson json, Scheduler blocking) {
        this.database = database;
        this.json = json;
        this.blocking = blocking;
    }

    /** A case with its cap. */
    public record Stored(Matter matter, Limit cap) {}

    private record Row(BigDecimal claim, BigDecimal reserved, String body) {}

    /** Keeps a case unless it is known. Inside a write unit. */
    public Mono<Void> add(Matter matter, @Nullable BigDecimal claim) {
        return sealed(matter)
                .flatMap(body -> database.sql(
                                "insert into matter (id, claim, body) values (:id, :claim, :body) on conflict do nothing")
                        .bind("id", matter.id())
                        .bind("claim", claim == null ? BigDecimal.ZERO : claim)
                        .bind("body", body)
                        .then());
    }

    /** Changes a case after a fact and gives it as it stands then. Inside a write unit. */
    public Mono<Matter> change(UUID id, UnaryOperator<Matter> decide) {
        return lock(id).map(stored -> decide.apply(stored.matter()))
                .flatMap(next -> write(next).thenReturn(next));
    }

    /** Ends a case, known or not. Inside a write unit. */
    public Mono<Matter> close(UUID id) {
        return add(new Matter.Closed(id, null), null).then(Mono.defer(() -> change(id, Matter::close)));
    }

    public Mono<Stored> get(UUID id) {
        return read(id, "select claim, reserved, body from matter where id = :id");
    }

    /** The case, which nobody else freezes in or closes until the transaction ends. Inside a write unit. */
    public Mono<Stored> lock(UUID id) {
        return read(id, "select claim, reserved, body from matter where id = :id for update");
    }

    /** Writes the running total. Inside a write unit that has locked the case. */
    public Mono<Void> reserve(UUID id, Limit cap) {
        return database.sql("update matter set reserved = :reserved where id = :id")
                .bind("reserved", cap.reserved())
                .bind("id", id)
                .then();
    }

    private Mono<Stored> read(UUID id, String sql) {
        return database.sql(sql)
                .bind("id", id)
                .mapProperties(Row.class)
                .one()
                .flatMap(row -> Mono.fromCallable(() -> opened(id, row)).subscribeOn(blocking))
                .switchIfEmpty(Mono.error(MatterRefusal.NOT_ACCEPTED::because));
    }

    private Stored opened(UUID id, Row row) {
        return new Stored(json.read(row.body(), Matter.class, id, place(id)), new Limit(row.claim(), row.reserved()));
    }

    private Mono<Void> write(Matter matter) {
        return sealed(matter)
                .flatMap(body -> database.sql("update matter set body = :body where id = :id")
                        .bind("body", body)
                        .bind("id", matter.id())
                        .then());
    }

    private Mono<String> sealed(Matter matter) {
        return Mono.fromCallable(() -> json.write(matter, matter.id(), place(matter.id())))
                .subscribeOn(blocking);
    }

    /** What a case's sealed values belong to. */
    private static String place(UUID id) {
        return "matter/" + id;
    }
}
