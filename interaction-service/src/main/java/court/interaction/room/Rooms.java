package court.interaction.room;

import court.platform.contract.Change;
import court.platform.contract.Fact;
import court.platform.json.SealedJson;
import court.platform.outbox.Outbox;
import court.platform.security.Actor;
import court.platform.web.Command;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** All rooms. A room is one row, locked while it changes and while somebody speaks in it. */
@Repository
public class Rooms {

    private final DatabaseClient database;
    private final SealedJson json;
    private final Scheduler blocking;
    private final Outbox outbox;
    private final Attendance attendance;

    Rooms(DatabaseClient database, SealedJson json, Scheduler blocking, Outbox outbox, Attendance attendance) {
        this.database = database;
        this.json = json;
        this.blocking = blocking;
        this.outbox = outbox;
        this.attendance = attendance;
    }

    /** A room and how often it has changed. */
    public record Stored(long version, Room room) {}

    private record Row(long version, String body) {}

    /** Opens the room unless the case has one. Inside a write unit. */
    Mono<Void> open(Actor actor, Change<Room> opening) {
        Room room = opening.next();
        return sealed(room)
                .flatMap(body -> insert(room, body))
                .filter(rows -> rows == 1)
                .flatMap(first -> tell(actor, room.id(), opening.facts()));
    }

    /** Changes the room of a case after what a person saw and wants. Inside a write unit. */
    public <S extends Room> Mono<Stored> change(
            Command command, UUID id, Class<S> from, Function<S, Change<Room>> decide) {
        return lock(id).doOnNext(stored -> command.mustHaveSeen(stored.version()))
                .flatMap(stored -> write(command.actor(), stored, decide.apply(expect(from, stored.room()))));
    }

    /** Changes the room of a case after a fact. Inside a write unit. */
    Mono<Stored> change(Actor actor, UUID id, Function<Room, Change<Room>> decide) {
        return lock(id).flatMap(stored -> write(actor, stored, decide.apply(stored.room())));
    }

    /** The room as it stands; refuses when the case has none yet. */
    public Mono<Stored> get(UUID id) {
        return read(id, "select version, body from room where id = :id");
    }

    /** The room, which nobody else changes or speaks in until the transaction ends. Inside a write unit. */
    public Mono<Stored> lock(UUID id) {
        return read(id, "select version, body from room where id = :id for update");
    }

    private record CaseRow(UUID id, long version, String body) {}

    /**
     * Those of these rooms that there are, which nobody else changes or speaks in until the transaction ends. Inside a write unit.
     *
     * @param wait for who changes or speaks in one now; else it is left out
     */
    public Mono<Map<UUID, Stored>> lock(Collection<UUID> ids, boolean wait) {
        return database.sql("select id, version, body from room where id = any(:ids) order by id for update"
                        + (wait ? "" : " skip locked"))
                .bind("ids", ids.toArray(UUID[]::new))
                .mapProperties(CaseRow.class)
                .all()
                .collectList()
                .flatMap(rows -> Mono.fromCallable(() -> rows.stream()
                                .collect(Collectors.toMap(
                                        CaseRow::id, row -> opened(row.id(), new Row(row.version(), row.body())))))
                        .subscribeOn(blocking));
    }

    /** Refuses when the case has none yet. */
    public static Stored mustBeOpen(@Nullable Stored room) {
        if (room == null) {
            throw RoomRefusal.NOT_OPEN.because();
        }
        return room;
    }

    /** The locked room in the state that is needed for something. Inside a write unit. */
    public <S extends Room> Mono<S> lock(UUID id, Class<S> needed) {
        return lock(id).map(stored -> expect(needed, stored.room()));
    }

    /** Waits until nobody else changes or speaks in the room; does nothing when the case has none yet. Inside a write unit. */
    public Mono<Void> hold(UUID id) {
        return database.sql("select version from room where id = :id for update")
                .bind("id", id)
                .then();
    }

    private Mono<Stored> read(UUID id, String sql) {
        return database.sql(sql)
                .bind("id", id)
                .mapProperties(Row.class)
                .one()
                .flatMap(row -> Mono.fromCallable(() -> opened(id, row)).subscribeOn(blocking))
                .switchIfEmpty(Mono.error(RoomRefusal.NOT_OPEN::because));
    }

    private Stored opened(UUID id, Row row) {
        return new Stored(row.version(), json.read(row.body(), Room.class, id, place(id)));
    }

    private static <S extends Room> S expect(Class<S> state, Room room) {
        if (state.isInstance(room)) {
            return state.cast(room);
        }
        throw (room instanceof Room.Closed ? RoomRefusal.CASE_CLOSED : RoomRefusal.NO_JUDGE_YET).because();
    }

    private Mono<Stored> write(Actor actor, Stored before, Change<Room> change) {
        Stored after = new Stored(before.version() + 1, change.next());
        UUID id = change.next().id();
        return sealed(change.next())
                .flatMap(body -> update(id, after.version(), body))
                .then(tell(actor, id, change.facts()))
                .thenReturn(after);
    }

    /** What is told is known here at once: whoever is let in or out is so when the change is committed. Inside a write unit that has locked the room. */
    public Mono<Void> tell(Actor actor, UUID id, List<Fact> facts) {
        return Flux.fromIterable(facts)
                .concatMap(fact -> attendance.learn(id, fact.event()))
                .then(outbox.tell(id, actor, facts));
    }

    private Mono<Long> insert(Room room, String body) {
        return database.sql("""
                        insert into room (id, version, case_number, court, opened_at, body)
                        values (:id, 1, :number, :court, :opened, :body) on conflict do nothing""")
                .bind("id", room.id())
                .bind("number", room.caseNumber())
                .bind("court", room.courtCode())
                .bind("opened", room.openedAt())
                .bind("body", body)
                .fetch()
                .rowsUpdated();
    }

    private Mono<Long> update(UUID id, long version, String body) {
        return database.sql("update room set version = :version, body = :body where id = :id")
                .bind("version", version)
                .bind("body", body)
                .bind("id", id)
                .fetch()
                .rowsUpdated();
    }

    private Mono<String> sealed(Room room) {
        return Mono.fromCallable(() -> json.write(room, room.id(), place(room.id())))
                .subscribeOn(blocking);
    }

    /** What a room's sealed values belong to. */
    private static String place(UUID id) {
        return "room/" + id;
    }
}
