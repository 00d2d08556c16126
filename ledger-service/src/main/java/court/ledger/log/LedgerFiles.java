package court.ledger.log;

import court.platform.merkle.Hash;
import court.platform.model.Digests;
import court.platform.note.Leaf;
import court.platform.note.TlogProof;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Finds a file by its own digest: whoever holds the file can check it, and nobody learns whose it is. */
@Component
class LedgerFiles {

    private final DatabaseClient database;
    private final Leaves leaves;
    private final Checkpoints checkpoints;

    LedgerFiles(DatabaseClient database, Leaves leaves, Checkpoints checkpoints) {
        this.database = database;
        this.leaves = leaves;
        this.checkpoints = checkpoints;
    }

    /**
     * All that is needed to check a file without asking again.
     *
     * @param leaf the leaf's exact text; its hash is SHA-256 over 0x00 and these bytes
     * @param path leads from the leaf to the root in the checkpoint; base64
     * @param receivedAt when the ledger heard of the file
     * @param enteredAt when it was first under a signed tree; presumed untampered only since then
     * @param anchoredAt when it was anchored outside; absent as long as it is not
     */
    record FileProof(
            long index,
            String leaf,
            List<String> path,
            String checkpoint,
            Instant receivedAt,
            Instant enteredAt,
            @Nullable Instant anchoredAt,
            String statement) {}

    private record Row(long index, String id, String sha256, String sm3, Instant receivedAt, Instant enteredAt) {

        Leaf leaf() {
            return new Leaf(id, new Digests(sha256, sm3));
        }
    }

    /** The earliest entry of a file with this digest. */
    Mono<FileProof> get(String sha256) {
        return find(sha256).flatMap(this::prove);
    }

    /** The same as one file that proves itself: {@code .tlog-proof}. */
    Mono<String> proof(String sha256) {
        return find(sha256)
                .flatMap(row -> checkpoints
                        .latest()
                        .flatMap(signed -> path(row, signed)
                                .map(path -> TlogProof.of(row.leaf(), row.index(), path, signed.note())
                                        .text())));
    }

    private Mono<Row> find(String sha256) {
        return database.sql("""
                        select leaf.index, leaf.id, leaf.sha256, leaf.sm3, file.received_at,
                               (select signed_at from checkpoint where size > file.leaf order by size limit 1) as entered_at
                        from file join leaf on leaf.index = file.leaf
                        where file.sha256 = :sha256 order by file.leaf limit 1""")
                .bind("sha256", sha256)
                .mapProperties(Row.class)
                .one()
                .switchIfEmpty(Mono.error(ProofRefusal.FILE_UNKNOWN::because));
    }

    private Mono<FileProof> prove(Row row) {
        return checkpoints.latest().flatMap(signed -> path(row, signed).map(path -> proof(row, path, signed.note())));
    }

    private Mono<List<Hash>> path(Row row, Checkpoints.Signed signed) {
        return leaves.tree(signed.head().size(), it -> it.inclusion(row.index()))
                .map(tree -> tree.inclusion(row.index()));
    }

    private static FileProof proof(Row row, List<Hash> path, String note) {
        return new FileProof(
                row.index(),
                row.leaf().json(),
                path.stream().map(Hash::base64).toList(),
                note,
                row.receivedAt(),
                row.enteredAt(),
                null,
                Presumption.STATEMENT);
    }
}
