package court.ledger.log;

import court.platform.merkle.TreeHead;
import court.platform.note.Checkpoint;
import court.platform.note.NoteKey;
import court.platform.note.NoteRejected;
import court.platform.note.NoteSigner;
import court.platform.note.SignedNote;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** All tree heads that the log has signed. */
@Repository
public class Checkpoints {

    private final DatabaseClient database;
    private final NoteSigner signer;

    Checkpoints(DatabaseClient database, LogKey key) {
        this.database = database;
        this.signer = key.signer();
    }

    /** A signed tree head, its signature checked. */
    public record Signed(TreeHead head, String note) {}

    /** The newest; before the first leaf, the empty tree's, which is the same each time it is signed. */
    public Mono<Signed> latest() {
        return database.sql("select note from checkpoint order by size desc limit 1")
                .mapValue(String.class)
                .one()
                .switchIfEmpty(Mono.fromSupplier(() -> note(TreeHead.EMPTY)))
                .map(this::open);
    }

    /** Opens a note that somebody kept; {@link NoteRejected} unless this log signed it. */
    public Signed open(String note) {
        String text = SignedNote.parse(note.getBytes(StandardCharsets.UTF_8)).open(List.of(signer.key()));
        Checkpoint checkpoint = Checkpoint.parse(text);
        if (!checkpoint.origin().equals(signer.key().name())) {
            throw new NoteRejected("of another log");
        }
        return new Signed(checkpoint.head(), note);
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

    NoteKey key() {
        return signer.key();
    }

    private String note(TreeHead head) {
        return SignedNote.sign(new Checkpoint(signer.key().name(), head).text(), signer)
                .encoded();
    }
}
