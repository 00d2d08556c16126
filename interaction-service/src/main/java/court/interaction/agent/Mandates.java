package court.interaction.agent;

import court.interaction.room.Room;
import court.interaction.room.Rooms;
import court.platform.contract.Change;
import court.platform.json.SealedJson;
import court.platform.security.AccessRefusal;
import court.platform.security.Actor;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** All mandates. Each changes under the lock of its case's room. */
@Repository
public class Mandates {

    private final DatabaseClient database;
    private final SealedJson json;
    private final Scheduler blocking;
    private final Rooms rooms;

    Mandates(DatabaseClient database, SealedJson json, Scheduler blocking, Rooms rooms) {
        this.database = database;
        this.json = json;
        this.blocking = blocking;
        this.rooms = rooms;
    }

    private record Row(String id, String body) {}

    /** Adds one unless it is here already, and tells. Inside a write unit that has locked the room. */
    Mono<Mandate> add(Actor actor, UUID caseId, Change<Mandate> asking) {
        Mandate mandate = asking.next();
        return sealed(caseId, mandate)
                .flatMap(body -> database.sql(
                                "insert into mandate (id, case_id, body) values (:id, :case, :body) on conflict do nothing")
                        .bind("id", mandate.id())
                        .bind("case", caseId)
                        .bind("body", body)
                        .fetch()
                        .rowsUpdated())
                .filter(rows -> rows == 1)
                .flatMap(first -> rooms.tell(actor, caseId, asking.facts()))
                .thenReturn(mandate);
    }

    /** Decides on one in the room of a running case. Inside a write unit. */
    Mono<Mandate> decide(Actor actor, UUID caseId, String id, BiFunction<Room.Led, Mandate, Change<Mandate>> decide) {
        return rooms.lock(caseId, Room.Led.class)
                .flatMap(room -> get(caseId, id).map(mandate -> decide.apply(room, mandate)))
                .flatMap(change -> write(actor, caseId, change));
    }

    /** Ends one, in a closed case too: who is let out must not wait. Inside a write unit. */
    Mono<Mandate> end(Actor actor, UUID caseId, String id, Function<Mandate, Change<Mandate>> end) {
        return rooms.hold(caseId)
                .then(Mono.defer(() -> get(caseId, id)))
                .map(end)
                .flatMap(change -> write(actor, caseId, change));
    }

    private Mono<Mandate> write(Actor actor, UUID caseId, Change<Mandate> change) {
        return sealed(caseId, change.next())
                .flatMap(body -> database.sql("update mandate set body = :body where case_id = :case and id = :id")
                        .bind("case", caseId)
                        .bind("body", body)
                        .bind("id", change.next().id())
                        .then())
                .then(rooms.tell(actor, caseId, change.facts()))
                .thenReturn(change.next());
    }

    /** One of the case; refuses when there is none. */
    Mono<Mandate> get(UUID caseId, String id) {
        return of(caseId)
                .flatMap(all -> Mono.justOrEmpty(
                        all.stream().filter(it -> it.id().equals(id)).findFirst()))
                .switchIfEmpty(Mono.error(AccessRefusal.NOT_YOURS::because));
    }

    /** All of a case, oldest first. */
    public Mono<List<Mandate>> of(UUID caseId) {
        return database.sql("select id, body from mandate where case_id = :case order by id")
                .bind("case", caseId)
                .mapProperties(Row.class)
                .all()
                .collectList()
                .flatMap(rows -> Mono.fromCallable(() ->
                                rows.stream().map(row -> opened(caseId, row)).toList())
                        .subscribeOn(blocking));
    }

    private Mandate opened(UUID caseId, Row row) {
        return json.read(row.body(), Mandate.class, caseId, place(row.id()));
    }

    private Mono<String> sealed(UUID caseId, Mandate mandate) {
        return Mono.fromCallable(() -> json.write(mandate, caseId, place(mandate.id())))
                .subscribeOn(blocking);
    }

    /** What a mandate's sealed values belong to. */
    private static String place(String id) {
        return "mandate/" + id;
    }
}
