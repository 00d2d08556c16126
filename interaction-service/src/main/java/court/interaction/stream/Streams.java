package court.interaction.stream;

import court.interaction.stream.Bookmarks.Bookmark;
import court.interaction.stream.Content.Attachment;
import court.platform.json.SealedJson;
import court.platform.web.Page;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/**
 * All messages and who reads them where. A message is written once and put into the stream of each of its readers, so a
 * message somebody may not see leaves no hole in what that person reads.
 */
@Repository
public class Streams {

    private final DatabaseClient database;
    private final SealedJson json;
    private final Scheduler blocking;
    private final WordMarks marks;

    Streams(DatabaseClient database, SealedJson json, Scheduler blocking, WordMarks marks) {
        this.database = database;
        this.json = json;
        this.blocking = blocking;
        this.marks = marks;
    }

    /**
     * Adds a message to the streams of its readers; one that stands there already is left as it is, so that a card heard
     * of twice is one card. In a write unit that has locked the room.
     */
    public Mono<Message> append(Message message) {
        return Mono.fromCallable(() -> written(message))
                .subscribeOn(blocking)
                .flatMap(it -> insert(message, it))
                .filter(rows -> rows == 1)
                .flatMap(first -> fanOut(message))
                .thenReturn(message);
    }

    private record Written(String body, Marked marked) {}

    private Written written(Message message) {
        String body = json.write(message.content(), message.caseId(), MessageRow.place(message.id()));
        return new Written(body, Marked.of(message, marks)); // after its seals, which make the key
    }

    private Mono<Long> insert(Message message, Written written) {
        var insert = database.sql("""
                        insert into message
                            (id, case_id, sender, sender_role, posted_at, audience, client_msg_id, file_id, reply_to, mentions, about,
                             body, kind, owner, suite, words)
                        values (:id, :case, :sender, :role, :time, :audience, :client, :file, :reply, :mentions, :about,
                                :body, :kind, :owner, :suite, :words)
                        on conflict (id) do nothing""")
                .bind("id", message.id())
                .bind("case", message.caseId())
                .bind("sender", message.sender())
                .bind("role", message.senderRole())
                .bind("time", message.time())
                .bind("audience", String.join(",", message.audience()))
                .bind("mentions", String.join(",", message.ties().mentions()))
                .bind("body", written.body());
        insert = written.marked().bind(insert);
        insert = bind(insert, "client", String.class, message.clientMsgId());
        insert = bind(insert, "file", UUID.class, fileId(message));
        insert = bind(insert, "reply", UUID.class, message.ties().replyTo());
        return bind(insert, "about", UUID.class, message.content().about())
                .fetch()
                .rowsUpdated();
    }

    private static <T> GenericExecuteSpec bind(GenericExecuteSpec sql, String name, Class<T> type, @Nullable T value) {
        return value == null ? sql.bindNull(name, type) : sql.bind(name, value);
    }

    private static @Nullable UUID fileId(Message message) {
        return message.content() instanceof Attachment it
                ? UUID.fromString(it.file().id())
                : null;
    }

    private Mono<Long> fanOut(Message message) {
        return database.sql("""
                        with place as (
                            insert into reader (case_id, reader, last, last_at)
                            select :case, each, 1, :time from unnest(string_to_array(:readers, ',')) as each
                            on conflict (case_id, reader)
                            do update set last = reader.last + 1, last_at = greatest(reader.last_at, excluded.last_at)
                            returning reader, last)
                        insert into stream (case_id, reader, seq, message_id)
                        select :case, reader, last, :id from place""")
                .bind("case", message.caseId())
                .bind("time", message.time())
                .bind("readers", String.join(",", message.readers()))
                .bind("id", message.id())
                .fetch()
                .rowsUpdated();
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

    /** What this sender sent under this id before, if anything. */
    public Mono<Message> findSent(UUID caseId, String sender, String clientMsgId) {
        return database.sql("select 0 as seq, " + MessageRow.COLUMNS + """
                         from message m
                        where m.case_id = :case and m.sender = :sender and m.client_msg_id = :client""")
                .bind("case", caseId)
                .bind("sender", sender)
                .bind("client", clientMsgId)
                .mapProperties(MessageRow.class)
                .one()
                .flatMap(this::openedOne);
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
