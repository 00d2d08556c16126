package court.ledger.audit;

import static java.util.Objects.requireNonNull;

import court.ledger.log.SealedRows.CheckpointRow;
import court.ledger.log.SealedRows.CosignatureRow;
import court.ledger.log.SealedRows.FactRow;
import court.ledger.log.SealedRows.FileRow;
import court.platform.model.Digests;
import court.platform.note.Leaf;
import court.platform.note.Restoration;
import io.r2dbc.spi.Readable;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

/** The ledger's rows as they are stored now, not believed. Blocks. */
@Repository
class AuditRows {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int MOST = 256;

    private final DatabaseClient database;

    AuditRows(DatabaseClient database) {
        this.database = database;
    }

    /** @param leaf absent when the row cannot be read as one */
    record LeafAt(long index, @Nullable Leaf leaf) {}

    /**
     * One fact.
     *
     * @param isAfterAHole whether the fact before it in its source's sequence is not there
     */
    record StoredFact(FactRow row, byte[] body, byte @Nullable [] seal, boolean isAfterAHole) {}

    record StoredFile(FileRow row, byte @Nullable [] seal) {}

    record StoredMention(UUID factId, UUID caseId, String sha256) {}

    record StoredCheckpoint(CheckpointRow row, byte @Nullable [] seal) {}

    record StoredCosignature(CosignatureRow row, byte @Nullable [] seal) {}

    /**
     * How large the log is, said twice.
     *
     * @param tree -1 when the row is gone
     */
    record Sizes(long tree, long newestCheckpoint) {

        long larger() {
            return Math.max(tree, newestCheckpoint);
        }
    }

    List<LeafAt> leaves(long from, long to) {
        return between(
                "select index, id, sha256, sm3 from leaf where index >= :from and index < :to",
                from,
                to,
                row -> new LeafAt(number(row, "index"), leaf(row)));
    }

    List<StoredFact> facts(long from, long to) {
        return between(FACTS.formatted("leaf >= :from and leaf < :to order by leaf"), from, to, AuditRows::fact);
    }

    /** Facts without a leaf, after one of them. */
    List<StoredFact> leafless(UUID factId, String sha256) {
        return many(
                database.sql(FACTS.formatted("""
                        leaf is null and (fact_id, sha256) > (:fact, :digest)
                        order by fact_id, sha256 limit\s""" + MOST)).bind("fact", factId).bind("digest", sha256), AuditRows::fact);
    }

    private static final String FACTS = """
            select received.*, sequence > 1 and not exists (
                       select from received as before
                       where before.case_id = received.case_id and before.source = received.source
                         and before.sequence = received.sequence - 1) as after_a_hole
            from received where %s""";

    List<StoredFile> files(long from, long to) {
        return between(
                "select * from file where leaf >= :from and leaf < :to order by leaf",
                from,
                to,
                row -> new StoredFile(
                        new FileRow(
                                id(row, "case_id"),
                                text(row, "sha256"),
                                text(row, "sm3"),
                                text(row, "file_id"),
                                number(row, "size"),
                                number(row, "leaf"),
                                time(row, "received_at")),
                        row.get("seal", byte[].class)));
    }

    /** Restored leaves whose facts or files were not heard again yet. */
    List<Long> unclaimed(long from, long to) {
        return between(
                "select leaf from unclaimed where leaf >= :from and leaf < :to", from, to, row -> number(row, "leaf"));
    }

    List<StoredMention> mentions(List<UUID> facts) {
        return many(
                database.sql("select fact_id, case_id, sha256 from mention where fact_id = any(:facts)")
                        .bind("facts", facts.toArray(UUID[]::new)),
                AuditRows::mention);
    }

    /** Checkpoints over trees that end in this stretch. */
    List<StoredCheckpoint> checkpoints(long from, long to) {
        return between(
                "select * from checkpoint where size > :from and size <= :to order by size",
                from,
                to,
                row -> new StoredCheckpoint(
                        new CheckpointRow(
                                number(row, "size"),
                                number(row, "previous"),
                                text(row, "note"),
                                time(row, "signed_at")),
                        row.get("seal", byte[].class)));
    }

    List<StoredCosignature> cosignatures(long from, long to) {
        return between(
                "select * from cosignature where size > :from and size <= :to",
                from,
                to,
                row -> new StoredCosignature(
                        new CosignatureRow(
                                number(row, "size"),
                                text(row, "witness"),
                                number(row, "number"),
                                text(row, "line"),
                                time(row, "cosigned_at")),
                        row.get("seal", byte[].class)));
    }

    /** Leaves that are said to have been restored, and never were. */
    List<Long> neverRestored(List<Restoration> restorations) {
        return many(
                database.sql("""
                        select leaf from unclaimed where not exists (
                            select from unnest(:from::bigint[], :to::bigint[]) as restored (first, past)
                            where leaf >= first and leaf < past)
                        limit\s""" + MOST)
                        .bind(
                                "from",
                                restorations.stream()
                                        .map(it -> it.from().size())
                                        .toArray(Long[]::new))
                        .bind(
                                "to",
                                restorations.stream().map(it -> it.to().size()).toArray(Long[]::new)),
                row -> number(row, "leaf"));
    }

    Sizes sizes() {
        return requireNonNull(database.sql("""
                        select coalesce((select size from tree), -1) as tree,
                               coalesce((select max(size) from checkpoint), 0) as newest""")
                .map(row -> new Sizes(number(row, "tree"), number(row, "newest")))
                .one()
                .block(PATIENCE));
    }

    /** Rows outside of the tree, each with its kind; taken in one look, so that a batch just entered is no trouble. */
    List<Trouble> outside() {
        return many(
                database.sql("""
                with grown (size) as (
                    select greatest(tree.size, (select max(size) from checkpoint)) from tree
                )
                select 'LEAF' as spot, 'leaf ' || index as item from leaf, grown where index >= grown.size
                union all
                select 'NODE', level || '/' || index from node, grown
                where level < 0 or level > 62 or index < 0 or index >= grown.size >> level
                union all
                select 'FACT', 'leaf ' || leaf from received, grown where leaf < 0 or leaf >= grown.size
                union all
                select 'FILE_ENTRY', 'leaf ' || leaf from file, grown where leaf < 0 or leaf >= grown.size
                union all
                select 'CHECKPOINT', 'size ' || checkpoint.size from checkpoint, tree
                where checkpoint.size <= 0 or checkpoint.size > tree.size
                union all
                select 'COSIGNATURE', size || ' ' || witness from cosignature
                where not exists (select from checkpoint where checkpoint.size = cosignature.size)
                union all
                select 'COSIGNATURE', '#' || missing || ' ' || witness from (
                    select witness, max(number) as most from cosignature group by witness having max(number) > count(*)
                ) as holed, generate_series(1, most) as missing
                where not exists (select from cosignature as there where there.witness = holed.witness and number = missing)
                union all
                select 'MENTION', fact_id || ' ' || sha256 from mention
                where not exists (select from received where received.fact_id = mention.fact_id and leaf is not null)
                limit\s""" + MOST),
                row -> new Trouble(Spot.valueOf(text(row, "spot")), text(row, "item"), "不属于账本，或本应在此而不在"));
    }

    private <T> List<T> between(String sql, long from, long to, Function<Readable, T> read) {
        return many(database.sql(sql).bind("from", from).bind("to", to), read);
    }

    private static <T> List<T> many(DatabaseClient.GenericExecuteSpec sql, Function<Readable, T> read) {
        return requireNonNull(sql.map(read).all().collectList().block(PATIENCE));
    }

    private static @Nullable Leaf leaf(Readable row) {
        try {
            return new Leaf(text(row, "id"), new Digests(text(row, "sha256"), text(row, "sm3")));
        } catch (IllegalArgumentException unreadable) {
            return null;
        }
    }

    private static StoredFact fact(Readable row) {
        return new StoredFact(
                new FactRow(
                        id(row, "fact_id"),
                        id(row, "case_id"),
                        text(row, "source"),
                        number(row, "sequence"),
                        text(row, "kind"),
                        text(row, "type"),
                        text(row, "audience"),
                        text(row, "headers"),
                        text(row, "sha256"),
                        text(row, "sm3"),
                        text(row, "flaws"),
                        row.get("told_at", Instant.class),
                        row.get("leaf", Long.class),
                        time(row, "received_at")),
                requireNonNull(row.get("body", byte[].class)),
                row.get("seal", byte[].class),
                Objects.equals(row.get("after_a_hole", Boolean.class), true));
    }

    private static StoredMention mention(Readable row) {
        return new StoredMention(id(row, "fact_id"), id(row, "case_id"), text(row, "sha256"));
    }

    private static long number(Readable row, String column) {
        return requireNonNull(row.get(column, Long.class));
    }

    private static String text(Readable row, String column) {
        return requireNonNull(row.get(column, String.class));
    }

    private static UUID id(Readable row, String column) {
        return requireNonNull(row.get(column, UUID.class));
    }

    private static Instant time(Readable row, String column) {
        return requireNonNull(row.get(column, Instant.class));
    }
}
