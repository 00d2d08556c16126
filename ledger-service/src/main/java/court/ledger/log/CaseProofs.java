package court.ledger.log;

import court.platform.model.Digests;
import court.platform.note.Leaf;
import court.platform.note.TlogProof;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The proofs of everything a case has on the ledger, all under one and the same checkpoint. */
@Component
class CaseProofs {

    private final DatabaseClient database;
    private final Leaves leaves;
    private final Publication publication;

    CaseProofs(DatabaseClient database, Leaves leaves, Publication publication) {
        this.database = database;
        this.leaves = leaves;
        this.publication = publication;
    }

    /**
     * All proofs of one case.
     *
     * @param checkpoint signed note, which ends each proof too
     */
    record Proven(String checkpoint, List<Item> facts, List<Item> files) {}

    /**
     * One proof.
     *
     * @param factId absent for files
     * @param sha256 of the bytes the ledger was told
     * @param proof c2sp.org/tlog-proof; the leaf is its extra line
     */
    record Item(@Nullable UUID factId, String sha256, String proof) {}

    private record Row(@Nullable UUID factId, long index, String id, String sha256, String sm3) {}

    Mono<Proven> of(UUID caseId) {
        return publication
                .current()
                .flatMap(newest -> rows(caseId, newest.head().size()))
                .flatMap(rows -> publication.over(leaves(rows)).flatMap(signed -> prove(rows, signed)));
    }

    /** How large a tree must be to hold all of them. */
    private static long leaves(List<Row> rows) {
        return rows.isEmpty() ? 0 : rows.getLast().index() + 1;
    }

    private Mono<List<Row>> rows(UUID caseId, long size) {
        return database.sql("""
                        select item.fact_id, leaf.index, leaf.id, leaf.sha256, leaf.sm3 from (
                            select fact_id, leaf from received where case_id = :case and leaf < :size
                            union all
                            select null, leaf from file where case_id = :case and leaf < :size
                        ) as item join leaf on leaf.index = item.leaf order by leaf.index""")
                .bind("case", caseId)
                .bind("size", size)
                .mapProperties(Row.class)
                .all()
                .collectList();
    }

    /** Reads the nodes of all paths at once: the paths of one case share most of them. */
    private Mono<Proven> prove(List<Row> rows, Witnessed signed) {
        return leaves.tree(signed.head().size(), tree -> rows.forEach(it -> tree.inclusion(it.index())))
                .map(tree -> rows.stream()
                        .map(row -> new Item(
                                row.factId(),
                                row.sha256(),
                                TlogProof.of(leaf(row), row.index(), tree.inclusion(row.index()), signed.note())
                                        .text()))
                        .toList())
                .map(all -> new Proven(
                        signed.note(),
                        all.stream().filter(it -> it.factId() != null).toList(),
                        all.stream().filter(it -> it.factId() == null).toList()));
    }

    private static Leaf leaf(Row row) {
        return new Leaf(row.id(), new Digests(row.sha256(), row.sm3()));
    }
}
