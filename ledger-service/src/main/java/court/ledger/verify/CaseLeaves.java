package court.ledger.verify;

import static java.util.Objects.requireNonNull;

import court.platform.model.Digests;
import court.platform.note.Leaf;
import court.platform.security.Membership;
import io.r2dbc.spi.Readable;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The leaves of one case, as far as the reader may know of them. */
@Repository
class CaseLeaves {

    /** The court sees all; a party what was told to them, and the files in it. */
    private static final String VISIBLE = "(:court or string_to_array(received.audience, ',') && :parties::text[])";

    private final DatabaseClient database;

    CaseLeaves(DatabaseClient database) {
        this.database = database;
    }

    /** One leaf in the list of a case. */
    record Listed(long index, String kind, String id, Instant receivedAt) {}

    /** One fact that has a leaf, for who compares sets. */
    record FactLeaf(UUID factId, String kind, String source, long sequence, String sha256, long index) {}

    /** Numbers missing between the first and the last fact of one source. */
    record Gap(String source, long first, long last) {}

    Mono<List<Listed>> list(Membership reader, long after, int most) {
        return page("""
                        select received.leaf as index, received.kind, received.fact_id::text as id, received.received_at
                        from received where case_id = :case and leaf > :after and %1$s
                        union all
                        select file.leaf, 'FILE', file.file_id, file.received_at
                        from file where case_id = :case and leaf > :after and (:court or exists (%2$s))
                        order by index limit :most""", reader, after, most).mapProperties(Listed.class).all().collectList();
    }

    /** The same leaves with all that is stored of them. */
    Mono<List<Entry>> entries(Membership reader, long after, int most) {
        return page("""
                        select item.*, leaf.id as leaf_id, leaf.sha256 as leaf_sha256, leaf.sm3 as leaf_sm3,
                               (select signed_at from checkpoint where size > item.index order by size limit 1) as entered_at
                        from (
                            select received.leaf as index, received.kind, received.fact_id::text as id,
                                   received.case_id::text, received.source, received.sequence, received.audience, received.flaws,
                                   received.sha256, received.sm3, received.body, received.received_at
                            from received where case_id = :case and leaf > :after and %1$s
                            union all
                            select file.leaf, 'FILE', file.file_id, file.case_id::text, '', 0, '', '', file.sha256, file.sm3, null, file.received_at
                            from file where case_id = :case and leaf > :after and (:court or exists (%2$s))
                            order by index limit :most
                        ) as item left join leaf on leaf.index = item.index order by item.index""", reader, after, most).map(CaseLeaves::entry).all().collectList();
    }

    /** Every fact of the case that has a leaf. */
    Flux<FactLeaf> facts(UUID caseId) {
        return database.sql("""
                        select fact_id, kind, source, sequence, sha256, leaf as index from received
                        where case_id = :case and leaf is not null order by leaf""")
                .bind("case", caseId)
                .mapProperties(FactLeaf.class)
                .all();
    }

    Mono<List<Gap>> gaps(UUID caseId) {
        return database.sql("""
                        select source, previous + 1 as first, sequence - 1 as last from (
                            select source, sequence, lag(sequence, 1, 0::bigint) over (partition by source order by sequence)
                                   as previous
                            from received where case_id = :case
                        ) as facts where sequence > previous + 1 order by source, first limit 100""")
                .bind("case", caseId)
                .mapProperties(Gap.class)
                .all()
                .collectList();
    }

    /** Which of these files are entered in the case. */
    Mono<Set<String>> entered(UUID caseId, Set<String> digests) {
        return database.sql("select sha256 from file where case_id = :case and sha256 = any(:digests)")
                .bind("case", caseId)
                .bind("digests", digests.toArray(String[]::new))
                .mapValue(String.class)
                .all()
                .collect(Collectors.toSet());
    }

    private DatabaseClient.GenericExecuteSpec page(String sql, Membership reader, long after, int most) {
        String mentioned = """
                select from mention join received using (fact_id)
                where mention.case_id = file.case_id and mention.sha256 = file.sha256 and %s""".formatted(VISIBLE);
        return database.sql(sql.formatted(VISIBLE, mentioned))
                .bind("case", reader.caseId())
                .bind("court", reader.isCourt())
                .bind("parties", reader.partyIds().toArray(String[]::new))
                .bind("after", after)
                .bind("most", most);
    }

    private static Entry entry(Readable row) {
        return new Entry(
                requireNonNull(row.get("index", Long.class)),
                stated(row),
                text(row, "flaws"),
                text(row, "sha256"),
                text(row, "sm3"),
                leaf(row),
                row.get("body", ByteBuffer.class),
                requireNonNull(row.get("received_at", Instant.class)),
                row.get("entered_at", Instant.class));
    }

    private static Stated stated(Readable row) {
        return new Stated(
                text(row, "id"),
                text(row, "case_id"),
                text(row, "source"),
                requireNonNull(row.get("sequence", Long.class)),
                text(row, "kind"),
                text(row, "audience"));
    }

    /** A leaf that was made unreadable is as good as gone; saying so is the report's business. */
    private static @Nullable Leaf leaf(Readable row) {
        String id = row.get("leaf_id", String.class);
        try {
            return id == null ? null : new Leaf(id, new Digests(text(row, "leaf_sha256"), text(row, "leaf_sm3")));
        } catch (IllegalArgumentException unreadable) {
            return null;
        }
    }

    private static String text(Readable row, String column) {
        return requireNonNull(row.get(column, String.class));
    }
}
