package court.ledger.log;

import court.platform.merkle.TreeHead;
import court.platform.note.Checkpoint;
import court.platform.note.NoteRejected;
import court.platform.note.SignedNote;
import court.platform.outbox.WriteUnit;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** All tree heads that the log has signed. */
@Repository
public class Checkpoints {

    private static final int MOST_OPENED = 16;

    private final DatabaseClient database;
    private final WriteUnit unit;
    private final LogKey key;
    private final Clock clock;
    private final Map<String, Signed> opened = Collections.synchronizedMap(new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Signed> eldest) {
            return size() > MOST_OPENED;
        }
    });

    Checkpoints(DatabaseClient database, WriteUnit unit, LogKey key, Clock clock) {
        this.database = database;
        this.unit = unit;
        this.key = key;
        this.clock = clock;
    }

    /** A signed tree head, its signature checked. */
    public record Signed(TreeHead head, String note) {}

    /**
     * The newest of all; before the first leaf, the empty tree's. Who shows it to the world goes by
     * {@link Publication}.
     */
    Mono<Signed> newest() {
        return database.sql("select note from checkpoint order by size desc limit 1")
                .mapValue(String.class)
                .one()
                .map(this::openAgain)
                .switchIfEmpty(Mono.defer(this::empty));
    }

    /** The empty tree's, signed anew each time. */
    Mono<Signed> empty() {
        return Mono.fromSupplier(() -> open(note(TreeHead.EMPTY)));
    }

    /** How large the tree is whose tiles are laid out. */
    Mono<Long> shown() {
        return database.sql("select coalesce(max(size), 0) from checkpoint where published_at is not null")
                .mapValue(Long.class)
                .one();
    }

    /** The newest are asked for over and over; their signatures are checked once. */
    private Signed openAgain(String note) {
        return opened.computeIfAbsent(note, this::open);
    }

    /** Opens a note that somebody kept; {@link NoteRejected} unless this log signed it. */
    public Signed open(String note) {
        String text = SignedNote.parse(note.getBytes(StandardCharsets.UTF_8)).open(key.keys());
        Checkpoint checkpoint = Checkpoint.parse(text);
        if (!checkpoint.origin().equals(key.origin())) {
            throw new NoteRejected("of another log");
        }
        return new Signed(checkpoint.head(), note);
    }

    /** The one over a tree of this size. */
    Mono<Signed> of(long size) {
        return database.sql("select note from checkpoint where size = :size")
                .bind("size", size)
                .mapValue(String.class)
                .one()
                .map(this::openAgain);
    }

    /** Signs a tree that has grown. Once per size: two roots of one size would be two histories. */
    Mono<Long> sign(TreeHead head, Instant now) {
        return database.sql("insert into checkpoint (size, note, signed_at) values (:size, :note, :now)")
                .bind("size", head.size())
                .bind("note", note(head))
                .bind("now", now)
                .fetch()
                .rowsUpdated();
    }

    /** Says that all the tiles of this tree are there. */
    Mono<Long> show(long size) {
        return unit.run(() -> database.sql(
                        "update checkpoint set published_at = :now where size = :size and published_at is null")
                .bind("size", size)
                .bind("now", clock.instant())
                .fetch()
                .rowsUpdated());
    }

    LogKey key() {
        return key;
    }

    private String note(TreeHead head) {
        return key.sign(new Checkpoint(key.origin(), head).text()).encoded();
    }
}
