package court.archive.sync;

import court.platform.bundle.Acknowledgement;
import court.platform.bundle.BundleNotes;
import java.time.Clock;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** All acknowledgements taken, exactly as signed. */
@Repository
class Acknowledgements {

    private final DatabaseClient database;
    private final Clock clock;

    Acknowledgements(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** The digest of the note that was taken under this number. */
    Mono<String> sha256(String court, long number) {
        return database.sql("select note_sha256 from acknowledgement where court = :court and number = :number")
                .bind("court", court)
                .bind("number", number)
                .mapValue(String.class)
                .one();
    }

    Mono<Void> add(Acknowledgement acknowledgement, byte[] note) {
        return database.sql("""
                        insert into acknowledgement (court, number, note, note_sha256, received_at)
                        values (:court, :number, :note, :sha256, :now)""")
                .bind("court", acknowledgement.court())
                .bind("number", acknowledgement.number())
                .bind("note", note)
                .bind("sha256", BundleNotes.sha256(note))
                .bind("now", clock.instant())
                .then();
    }
}
