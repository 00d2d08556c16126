package court.ledger.log;

import court.ledger.log.SealedRows.CosignatureRow;
import court.platform.outbox.WriteUnit;
import java.time.Instant;
import java.util.List;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** What witnesses 见证方 put under our checkpoints. */
@Repository
public class Cosignatures {

    private final DatabaseClient database;
    private final WriteUnit unit;
    private final RowSeal seal;

    Cosignatures(DatabaseClient database, WriteUnit unit, RowSeal seal) {
        this.database = database;
        this.unit = unit;
        this.seal = seal;
    }

    /**
     * That a witness has seen a tree.
     *
     * @param witness name of its key
     * @param line its signature, as it goes under the checkpoint
     * @param cosignedAt by the witness's own clock
     */
    public record Cosignature(String witness, String line, Instant cosignedAt) {}

    /** Under the checkpoint of this size, by name. */
    Mono<List<Cosignature>> of(long size) {
        return database.sql("select witness, line, cosigned_at from cosignature where size = :size order by witness")
                .bind("size", size)
                .mapProperties(Cosignature.class)
                .all()
                .collectList();
    }

    /**
     * Among the newest trees of at least so many leaves, the one that most witnesses have seen; empty when none has seen any.
     */
    Mono<Long> best(long atLeast) {
        return database.sql("""
                        select size from (
                            select size from cosignature where size >= :size order by size desc limit 64
                        ) as newest group by size order by count(*) desc, size desc limit 1""").bind("size", atLeast).mapValue(Long.class).one();
    }

    /** The largest tree that this witness has seen; 0 when it has seen none. */
    public Mono<Long> last(String witness) {
        return database.sql("select coalesce(max(size), 0) from cosignature where witness = :witness")
                .bind("witness", witness)
                .mapValue(Long.class)
                .one();
    }

    /** Counted per witness. Another instance may have asked too: the first answer stays. */
    public Mono<Long> add(long size, Cosignature fresh) {
        return unit.run(() -> database.sql("select count(*) from cosignature where witness = :witness")
                .bind("witness", fresh.witness())
                .mapValue(Long.class)
                .one()
                .flatMap(count ->
                        add(new CosignatureRow(size, fresh.witness(), count + 1, fresh.line(), fresh.cosignedAt()))));
    }

    private Mono<Long> add(CosignatureRow row) {
        return database.sql("""
                        insert into cosignature (size, witness, number, line, cosigned_at, seal)
                        values (:size, :witness, :number, :line, :at, :seal) on conflict do nothing""")
                .bind("size", row.size())
                .bind("witness", row.witness())
                .bind("number", row.number())
                .bind("line", row.line())
                .bind("at", row.cosignedAt())
                .bind("seal", seal.of(row))
                .fetch()
                .rowsUpdated();
    }
}
