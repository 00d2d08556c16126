package court.interaction.stream;

import court.interaction.stream.Bookmarks.Bookmark;
import court.platform.json.SealedJson;
import court.platform.web.Page;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.r2dbc.core.DataClassRowMapper;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** All messages, and where they stand in the streams of those who read them. */
@Repository
public class Streams {

    private static final DataClassRowMapper<MessageRow> ROWS = new DataClassRowMapper<>(MessageRow.class);

    private final DatabaseClient database;
    private final SealedJson json;
    private final Scheduler blocking;

    Streams(DatabaseClient database, SealedJson json, Scheduler blocking) {
        this.database = database;
        this.json = json;
        this.blocking = blocking;
    }

    /** A page of a stream. */
    Mono<Page<Entry>> page(Bookmark mark, int size) {
        return read(mark, size + 1).map(entries -> Page.of(entries, size, last -> Long.toString(last.seq())));
    }

    /** What stands in a reader's stream after a place, oldest first, {@code most} at most. */
    Mono<List<Entry>> read(Bookmark mark, int most) {
        return database.sql("select s.seq, " + MessageRow.COLUMNS + """
                         from stream s join message m on m.id = s.message_id
                        where s.case_id = :case and s.reader = :reader and s.seq > :after
                        order by s.seq limit :most""")
                .bind("case", mark.caseId())
                .bind("reader", mark.reader())
                .bind("after", mark.after())
                .bind("most", most)
                .mapProperties(MessageRow.class)
                .all()
                .collectList()
                .flatMap(rows -> rows.isEmpty() ? Mono.just(List.of()) : opened(rows, mark.reader()));
    }

    /** What stands at these places of a reader's stream, newest first. */
    public Mono<List<Entry>> at(UUID caseId, String reader, Collection<Long> places) {
        return database.sql("select s.seq, " + MessageRow.COLUMNS + """
                         from stream s join message m on m.id = s.message_id
                        where s.case_id = :case and s.reader = :reader and s.seq = any(:places)
                        order by s.seq desc""")
                .bind("case", caseId)
                .bind("reader", reader)
                .bind("places", places.toArray(Long[]::new))
                .mapProperties(MessageRow.class)
                .all()
                .collectList()
                .flatMap(rows -> opened(rows, reader));
    }

    private Mono<List<Entry>> opened(List<MessageRow> rows, String reader) {
        return Mono.fromCallable(
                        () -> rows.stream().map(row -> row.entry(json, reader)).toList())
                .subscribeOn(blocking);
    }

    /** The last place in a reader's stream; 0 when nothing was said to this reader yet. */
    Mono<Long> last(UUID caseId, String reader) {
        return database.sql("select last from reader where case_id = :case and reader = :reader")
                .bind("case", caseId)
                .bind("reader", reader)
                .mapValue(Long.class)
                .one()
                .defaultIfEmpty(0L);
    }

    /** How far a reader's stream goes. */
    record Reach(UUID caseId, String reader, long last) {}

    /** How far all streams of several cases go. */
    Flux<Reach> reached(Collection<UUID> cases) {
        return database.sql("select case_id, reader, last from reader where case_id = any(:cases)")
                .bind("cases", cases.toArray(UUID[]::new))
                .mapProperties(Reach.class)
                .all();
    }

    /** Entries of one stream, all from after a place on; opened once for all who read it. */
    record Fresh(long after, List<Entry> entries) {}

    private record Placed(String reader, MessageRow row) {}

    /** What stands in several streams after a place in each, a message that stands in several of them opened once. */
    Mono<Map<UUID, Map<String, Fresh>>> after(List<Reach> places) {
        if (places.isEmpty()) {
            return Mono.just(Map.of());
        }
        return database.sql("select s.reader, s.seq, " + MessageRow.COLUMNS + """
                         from unnest(:cases::uuid[], :readers::text[], :places::bigint[]) as it (case_id, reader, place)
                         join stream s on s.case_id = it.case_id and s.reader = it.reader and s.seq > it.place
                         join message m on m.id = s.message_id
                        order by s.seq""")
                .bind("cases", places.stream().map(Reach::caseId).toArray(UUID[]::new))
                .bind("readers", places.stream().map(Reach::reader).toArray(String[]::new))
                .bind("places", places.stream().map(Reach::last).toArray(Long[]::new))
                .map(row -> new Placed(String.valueOf(row.get("reader", String.class)), ROWS.apply(row)))
                .all()
                .collectList()
                .flatMap(rows -> Mono.fromCallable(() -> fresh(places, rows)).subscribeOn(blocking));
    }

    private Map<UUID, Map<String, Fresh>> fresh(List<Reach> places, List<Placed> rows) {
        Map<UUID, Message> opened = new HashMap<>();
        Map<UUID, Map<String, Fresh>> all = new HashMap<>();
        places.forEach(it -> all.computeIfAbsent(it.caseId(), caseId -> new HashMap<>())
                .put(it.reader(), new Fresh(it.last(), new ArrayList<>())));
        for (Placed placed : rows) {
            MessageRow row = placed.row();
            Message message = opened.computeIfAbsent(row.id(), id -> row.message(json));
            all.getOrDefault(row.caseId(), Map.of())
                    .getOrDefault(placed.reader(), new Fresh(0, new ArrayList<>()))
                    .entries()
                    .add(row.entry(message, placed.reader()));
        }
        return all;
    }

    /** What the same senders sent under the same ids before. */
    public Flux<Message> findSent(List<Message> named) {
        return database.sql("select 0 as seq, " + MessageRow.COLUMNS + """
                         from unnest(:cases::uuid[], :senders::text[], :clients::text[]) as it (case_id, sender, client)
                        join message m on m.case_id = it.case_id and m.sender = it.sender and m.client_msg_id = it.client""")
                .bind("cases", named.stream().map(Message::caseId).toArray(UUID[]::new))
                .bind("senders", named.stream().map(Message::sender).toArray(String[]::new))
                .bind("clients", named.stream().map(Message::clientMsgId).toArray(String[]::new))
                .mapProperties(MessageRow.class)
                .all()
                .collectList()
                .flatMapMany(Flux::fromIterable)
                .concatMap(this::openedOne);
    }

    /** A message as it was said, and what became of it. */
    public record Kept(Message message, Fate fate) {}

    /** A message, if it stands in one of these streams. */
    public Mono<Kept> find(UUID caseId, UUID id, Set<String> readers) {
        return database.sql("select distinct on (m.id) s.seq, " + MessageRow.COLUMNS + """
                         from message m join stream s on s.message_id = m.id
                        where m.case_id = :case and m.id = :id and s.reader = any(string_to_array(:readers, ','))""")
                .bind("case", caseId)
                .bind("id", id)
                .bind("readers", String.join(",", readers))
                .mapProperties(MessageRow.class)
                .one()
                .flatMap(row -> openedOne(row).map(message -> new Kept(message, row.fate())));
    }

    /** The message that brought a file, if it stands in one of these streams; one that was recalled is for the court alone. */
    public Mono<Message> findFile(UUID caseId, UUID fileId, Set<String> readers) {
        return database.sql("select distinct on (m.id) s.seq, " + MessageRow.COLUMNS + """
                         from message m join stream s on s.message_id = m.id
                        where m.case_id = :case and m.file_id = :file
                          and s.reader = any(string_to_array(:readers, ','))
                          and (not m.recalled or s.reader = 'COURT')""")
                .bind("case", caseId)
                .bind("file", fileId)
                .bind("readers", String.join(",", readers))
                .mapProperties(MessageRow.class)
                .one()
                .flatMap(this::openedOne);
    }

    private Mono<Message> openedOne(MessageRow row) {
        return Mono.fromCallable(() -> row.message(json)).subscribeOn(blocking);
    }
}
