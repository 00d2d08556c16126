package court.ledger.log;

import court.ledger.log.SealedRows.CheckpointRow;
import court.platform.merkle.TreeHead;
import court.platform.note.Checkpoint;
import court.platform.note.NoteRejected;
import court.platform.note.SignedNote;
import court.platform.outbox.WriteUnit;
import java.nio.charset.StandardCharsets;
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

    /** Held in the database while a tree is shown. */
    static final long SHOWING = 0x6c6564676572L;

    private final DatabaseClient database;
    private final WriteUnit unit;
    private final LogKey key;
    private final RowSeal seal;
    private final Map<String, Signed> opened = Collections.synchronizedMap(new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Signed> eldest) {
            return size() > MOST_OPENED;
        }
    });

    Checkpoints(DatabaseClient database, WriteUnit unit, LogKey key, RowSeal seal) {
        this.database = database;
        this.unit = unit;
        this.key = key;
        this.seal = seal;
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

    /** The newest are asked for over and over; their signatures are checked once. */
    Signed openAgain(String note) {
        return opened.computeIfAbsent(note, this::open);
    }

    /** What this log signed; {@link NoteRejected} when it did not. */
    public String openText(String note) {
        return SignedNote.parse(note.getBytes(StandardCharsets.UTF_8)).open(key.keys());
    }

    /** Opens a note that somebody kept; {@link NoteRejected} unless this log signed it. */
    public Signed open(String note) {
        String text = openText(note);
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

    /**
     * Signs a tree that has grown. Once per size: two roots of one size would be two histories.
     *
     * @param previous size of the tree that was signed before
     */
    Mono<Long> sign(long previous, TreeHead head, Instant now) {
        return keep(new CheckpointRow(head.size(), previous, note(head), now));
    }

    /** Takes back one that was signed and shown before; when that was is not known any more. */
    Mono<Long> takeBack(long previous, Signed signed, Instant now) {
        return keep(new CheckpointRow(signed.head().size(), previous, signed.note(), now));
    }

    /** A text under both signatures of the log. */
    public String sign(String text) {
        return key.sign(text).encoded();
    }

    private Mono<Long> keep(CheckpointRow row) {
        return database.sql("""
                        insert into checkpoint (size, previous, note, signed_at, seal)
                        values (:size, :previous, :note, :now, :seal)""")
                .bind("size", row.size())
                .bind("previous", row.previous())
                .bind("note", row.note())
                .bind("now", row.signedAt())
                .bind("seal", seal.of(row))
                .fetch()
                .rowsUpdated();
    }

    /** Does what shows a tree to the world, one instance after the other. */
    Mono<Void> inTurn(Mono<Void> showing) {
        return unit.run(() -> database.sql("select pg_advisory_xact_lock(:key)")
                .bind("key", SHOWING)
                .then()
                .then(showing));
    }

    public String origin() {
        return key.origin();
    }

    LogKey key() {
        return key;
    }

    private String note(TreeHead head) {
        return sign(new Checkpoint(key.origin(), head).text());
    }
}
