package court.ledger.log;

import court.platform.merkle.Hash;
import court.platform.merkle.Proofs;
import court.platform.model.Digests;
import court.platform.note.Leaf;
import court.platform.note.TlogProof;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * The proof of one file or act, found by its own digest or by its place: whoever holds the bytes can check them, and nobody
 * learns whose they are.
 */
@Component
public class LeafProofs {

    private final DatabaseClient database;
    private final Leaves leaves;
    private final Publication publication;

    LeafProofs(DatabaseClient database, Leaves leaves, Publication publication) {
        this.database = database;
        this.leaves = leaves;
        this.publication = publication;
    }

    /**
     * All that is needed to check a file or an act without asking again.
     *
     * @param leaf the leaf's exact text; its hash is SHA-256 over 0x00 and these bytes
     * @param path leads from the leaf to the root in the checkpoint; base64
     * @param cosignatures who stands apart and has seen this checkpoint; their lines stand in it
     * @param receivedAt when the ledger heard of it
     * @param enteredAt when it was first under a signed tree; presumed untampered only since then
     * @param anchoredAt when it was anchored outside; absent as long as it is not
     */
    public record Told(
            long index,
            String leaf,
            List<String> path,
            String checkpoint,
            List<Witnessed.Seen> cosignatures,
            Instant receivedAt,
            Instant enteredAt,
            @Nullable Instant anchoredAt,
            String statement) {}

    private record Row(long index, String id, String sha256, String sm3, Instant receivedAt, Instant enteredAt) {

        Leaf leaf() {
            return new Leaf(id, new Digests(sha256, sm3));
        }
    }

    /** A stored leaf with its way to a signed tree. */
    public static final class Proven {

        private final Row row;
        private final List<Hash> path;
        private final Witnessed under;

        private Proven(Row row, List<Hash> path, Witnessed under) {
            this.row = row;
            this.path = path;
            this.under = under;
        }

        /** Whether the way leads to what was signed; if not, somebody changed what is stored. */
        public boolean holds() {
            return Proofs.includes(under.head(), row.index(), row.leaf().hash(), path);
        }

        public Digests digests() {
            return row.leaf().digests();
        }

        public long index() {
            return row.index();
        }

        public Instant enteredAt() {
            return row.enteredAt();
        }

        /** As one file that proves itself: {@code .tlog-proof}. */
        public String file() {
            return TlogProof.of(row.leaf(), row.index(), path, under.note()).text();
        }

        public Told told() {
            return new Told(
                    row.index(),
                    row.leaf().json(),
                    path.stream().map(Hash::base64).toList(),
                    under.note(),
                    under.witnesses(),
                    row.receivedAt(),
                    row.enteredAt(),
                    null,
                    Presumption.STATEMENT);
        }
    }

    /** Of the bytes with this SHA-256, the earliest entry; empty when there is none. */
    public Mono<Proven> find(String sha256) {
        return prove(database.sql(rows("sha256 = :wanted")).bind("wanted", sha256));
    }

    /** Of the leaf at this place; empty when there is none. */
    public Mono<Proven> at(long index) {
        return prove(database.sql(rows("leaf = :wanted")).bind("wanted", index));
    }

    private static String rows(String condition) {
        return """
                select leaf.index, leaf.id, leaf.sha256, leaf.sm3, item.received_at,
                       (select signed_at from checkpoint where size > leaf.index order by size limit 1) as entered_at
                from (
                    select leaf, received_at from file where %1$s
                    union all
                    select leaf, received_at from received where leaf is not null and %1$s
                ) as item join leaf on leaf.index = item.leaf order by leaf.index limit 1""".formatted(condition);
    }

    private Mono<Proven> prove(DatabaseClient.GenericExecuteSpec sql) {
        return sql.mapProperties(Row.class)
                .one()
                .flatMap(row -> publication
                        .over(row.index() + 1)
                        .flatMap(under -> path(row, under).map(path -> new Proven(row, path, under))));
    }

    private Mono<List<Hash>> path(Row row, Witnessed under) {
        return leaves.tree(under.head().size(), it -> it.inclusion(row.index()))
                .map(tree -> tree.inclusion(row.index()));
    }
}
