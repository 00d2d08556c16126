package court.interaction.stream;

import court.interaction.stream.Streams.Kept;
import java.util.Set;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Recalls and corrections: each stands in the streams of all who read the first, and the first says what became of it. */
@Repository
public class Amendments {

    private final DatabaseClient database;
    private final Streams streams;
    private final Journal journal;

    Amendments(DatabaseClient database, Streams streams, Journal journal) {
        this.database = database;
        this.streams = streams;
        this.journal = journal;
    }

    /** Takes back what was said, corrections of it too. In a write unit that has locked the room. */
    public Mono<Message> recall(UUID messageId, Message recall) {
        return database.sql("update message set recalled = true where id = :id or about = :id")
                .bind("id", messageId)
                .then()
                .then(journal.append(recall));
    }

    /** In a write unit that has locked the room. */
    public Mono<Message> correct(UUID messageId, Message correction) {
        return journal.append(correction)
                .then(database.sql("update message set corrected_by = :by where id = :id")
                        .bind("by", correction.id())
                        .bind("id", messageId)
                        .then())
                .thenReturn(correction);
    }

    /** The last recall or correction of a message. */
    public Mono<Message> last(UUID caseId, UUID messageId) {
        return database.sql("select id from message where about = :id order by posted_at desc, id desc limit 1")
                .bind("id", messageId)
                .mapValue(UUID.class)
                .one()
                .flatMap(id -> streams.find(caseId, id, Set.of(Reader.COURT)))
                .map(Kept::message);
    }
}
