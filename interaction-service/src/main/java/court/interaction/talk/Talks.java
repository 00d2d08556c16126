package court.interaction.talk;

import court.interaction.room.Room;
import court.interaction.room.Rooms;
import court.platform.contract.Change;
import court.platform.json.SealedJson;
import court.platform.outbox.Outbox;
import court.platform.security.AccessRefusal;
import court.platform.security.Actor;
import court.platform.security.Membership;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** All talks. Each changes under the lock of its case's room, so that none changes while the case is being closed. */
@Repository
public class Talks {

    private final DatabaseClient database;
    private final SealedJson json;
    private final Scheduler blocking;
    private final Outbox outbox;
    private final Rooms rooms;

    Talks(DatabaseClient database, SealedJson json, Scheduler blocking, Outbox outbox, Rooms rooms) {
        this.database = database;
        this.json = json;
        this.blocking = blocking;
        this.outbox = outbox;
        this.rooms = rooms;
    }

    private record Row(UUID id, UUID caseId, String body) {}

    /** Puts a talk on record in the room of a running case. Inside a write unit. */
    Mono<Talk> open(Actor actor, UUID caseId, Function<Room.Led, Change<Talk>> decide) {
        return rooms.lock(caseId, Room.Led.class).map(decide).flatMap(change -> write(actor, change));
    }

    /** Changes a talk of a running case. Inside a write unit. */
    Mono<Talk> change(Actor actor, UUID caseId, UUID talkId, Function<Talk, Change<Talk>> decide) {
        return rooms.lock(caseId, Room.Led.class)
                .flatMap(room -> get(caseId, talkId))
                .map(decide)
                .flatMap(change -> write(actor, change));
    }

    /** One talk of the case; refuses when there is none. */
    Mono<Talk> get(UUID caseId, UUID talkId) {
        return named(caseId, List.of(talkId))
                .flatMap(found -> Mono.justOrEmpty(found.stream().findFirst()))
                .switchIfEmpty(Mono.error(AccessRefusal.NOT_YOURS::because));
    }

    /** Those of the named talks that the case has, oldest first. */
    public Mono<List<Talk>> named(UUID caseId, List<UUID> ids) {
        return database.sql("""
                        select id, case_id, body from talk
                        where case_id = :case and id = any(string_to_array(:ids, ',')::uuid[]) order by id""")
                .bind("case", caseId)
                .bind("ids", ids.stream().map(UUID::toString).collect(Collectors.joining(",")))
                .mapProperties(Row.class)
                .all()
                .collectList()
                .flatMap(this::opened);
    }

    /** Talks before this id that a member may read, newest first, {@code most} at most. */
    Mono<List<Talk>> before(UUID id, Membership member, int most) {
        return database.sql("""
                        select id, case_id, body from talk
                        where case_id = :case and id < :before
                          and (:court or string_to_array(participants, ',') && string_to_array(:mine, ','))
                        order by id desc limit :most""")
                .bind("case", member.caseId())
                .bind("before", id)
                .bind("court", member.isCourt())
                .bind("mine", String.join(",", member.partyIds()))
                .bind("most", most)
                .mapProperties(Row.class)
                .all()
                .collectList()
                .flatMap(this::opened);
    }

    private Mono<List<Talk>> opened(List<Row> rows) {
        return Mono.fromCallable(() -> rows.stream()
                        .map(row -> json.read(row.body(), Talk.class, row.caseId(), place(row.id())))
                        .toList())
                .subscribeOn(blocking);
    }

    private Mono<Talk> write(Actor actor, Change<Talk> change) {
        Talk talk = change.next();
        return Mono.fromCallable(() -> json.write(talk, talk.caseId(), place(talk.id())))
                .subscribeOn(blocking)
                .flatMap(body -> upsert(talk, body))
                .then(outbox.tell(talk.caseId(), actor, change.facts()))
                .thenReturn(talk);
    }

    private Mono<Long> upsert(Talk talk, String body) {
        return database.sql("""
                        insert into talk (id, case_id, version, participants, body)
                        values (:id, :case, 1, :participants, :body)
                        on conflict (id) do update set version = talk.version + 1, body = excluded.body""")
                .bind("id", talk.id())
                .bind("case", talk.caseId())
                .bind("participants", String.join(",", talk.participantIds()))
                .bind("body", body)
                .fetch()
                .rowsUpdated();
    }

    /** What a talk's sealed values belong to. */
    private static String place(UUID id) {
        return "talk/" + id;
    }
}
