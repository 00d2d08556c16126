package court.ledger.restore;

import court.ledger.log.Checkpoints;
import court.ledger.witness.Untold;
import court.platform.note.NoteRejected;
import court.platform.note.Restoration;
import court.platform.outbox.WriteUnit;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Every restoration, and whom it was told to. */
@Repository
public class Restorations implements Untold {

    private final DatabaseClient database;
    private final WriteUnit unit;
    private final Checkpoints checkpoints;

    Restorations(DatabaseClient database, WriteUnit unit, Checkpoints checkpoints) {
        this.database = database;
        this.unit = unit;
        this.checkpoints = checkpoints;
    }

    /**
     * One restoration.
     *
     * @param restoredBy who asked for it
     * @param statement under the signatures of the log, as witnesses get it
     */
    record Row(UUID id, Instant restoredAt, String restoredBy, String statement) {}

    /** What a witness said to one. */
    record Told(UUID id, String witness, String answer, Instant toldAt) {}

    Mono<Void> add(Row row) {
        return database.sql("""
                        insert into restoration (id, restored_at, restored_by, statement)
                        values (:id, :at, :by, :statement)""")
                .bind("id", row.id())
                .bind("at", row.restoredAt())
                .bind("by", row.restoredBy())
                .bind("statement", row.statement())
                .then();
    }

    /** The newest first. */
    Mono<List<Row>> all() {
        return database.sql("""
                        select id, restored_at, restored_by, statement from restoration order by restored_at desc limit 1000""").mapProperties(Row.class).all().collectList();
    }

    Mono<List<Told>> told() {
        return database.sql("select id, witness, answer, told_at from restoration_told order by told_at")
                .mapProperties(Told.class)
                .all()
                .collectList();
    }

    /** Those that this witness has not taken note of, the oldest first. */
    Mono<List<Row>> untold(String witness) {
        return database.sql("""
                        select id, restored_at, restored_by, statement from restoration
                        where not exists (select from restoration_told as told
                                          where told.id = restoration.id and told.witness = :witness)
                        order by restored_at""")
                .bind("witness", witness)
                .mapProperties(Row.class)
                .all()
                .collectList();
    }

    @Override
    public Mono<Boolean> isOwed(String witness) {
        return untold(witness).map(it -> !it.isEmpty());
    }

    /** What was restored, by statements that this log did sign. */
    public Mono<List<Restoration>> signed() {
        return all().map(rows ->
                rows.stream().flatMap(row -> open(row.statement()).stream()).toList());
    }

    private Optional<Restoration> open(String statement) {
        try {
            return Optional.of(Restoration.parse(checkpoints.openText(statement)));
        } catch (NoteRejected changed) {
            return Optional.empty();
        }
    }

    Mono<Long> tell(Told told) {
        return unit.run(() -> database.sql("""
                        insert into restoration_told (id, witness, answer, told_at)
                        values (:id, :witness, :answer, :at) on conflict do nothing""")
                .bind("id", told.id())
                .bind("witness", told.witness())
                .bind("answer", told.answer())
                .bind("at", told.toldAt())
                .fetch()
                .rowsUpdated());
    }
}
