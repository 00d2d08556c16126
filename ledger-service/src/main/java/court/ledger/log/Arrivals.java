package court.ledger.log;

import court.ledger.log.Growth.Entered;
import court.ledger.log.Growth.EnteredFile;
import court.ledger.log.Growth.Mention;
import court.ledger.log.Known.FactKey;
import court.ledger.log.Known.FileKey;
import court.platform.contract.FileRef;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** All facts and files that were taken in, byte for byte. */
@Repository
class Arrivals {

    private final DatabaseClient database;

    Arrivals(DatabaseClient database) {
        this.database = database;
    }

    /** Which of the batch's facts are here already, with the digests they came with then. */
    Mono<Set<FactKey>> facts(List<Arrival> batch) {
        return database.sql("select fact_id, sha256 from received where fact_id = any(:ids)")
                .bind("ids", batch.stream().map(Arrival::factId).toArray(UUID[]::new))
                .mapProperties(FactKey.class)
                .all()
                .collect(Collectors.toCollection(HashSet::new));
    }

    /** Which of the batch's files have a leaf in their case already. */
    Mono<Set<FileKey>> files(List<Arrival> batch) {
        List<FileKey> keys = batch.stream()
                .flatMap(it -> it.files().stream().map(file -> new FileKey(it.caseId(), file.sha256())))
                .toList();
        return database.sql("""
                        select case_id, sha256 from file
                        join unnest(:cases::uuid[], :digests::text[]) as wanted (case_id, sha256) using (case_id, sha256)""")
                .bind("cases", keys.stream().map(FileKey::caseId).toArray(UUID[]::new))
                .bind("digests", keys.stream().map(FileKey::sha256).toArray(String[]::new))
                .mapProperties(FileKey.class)
                .all()
                .collect(Collectors.toCollection(HashSet::new));
    }

    /** Stores what a batch brought. */
    Mono<Void> add(Growth growth, Instant receivedAt) {
        return insert("""
                        insert into received (fact_id, case_id, source, sequence, kind, type, audience, headers, body,
                                              sha256, sm3, flaws, told_at, leaf, received_at)
                        select "factId", "caseId", source, sequence, kind, type, audience, headers, decode(body, 'hex'),
                               sha256, sm3, flaws, "toldAt", leaf, :now
                        from json_to_recordset(:rows::json) as fresh (
                            "factId" uuid, "caseId" uuid, source text, sequence bigint, kind text, type text,
                            audience text, headers text, body text, sha256 text, sm3 text, flaws text,
                            "toldAt" timestamptz, leaf bigint)""", Rows.of(growth.entered(), FactRow::of), receivedAt)
                .then(insert("""
                        insert into file (case_id, sha256, sm3, file_id, size, leaf, received_at)
                        select "caseId", sha256, sm3, "fileId", size, leaf, :now
                        from json_to_recordset(:rows::json) as fresh (
                            "caseId" uuid, sha256 text, sm3 text, "fileId" text, size bigint, leaf bigint)""", Rows.of(growth.enteredFiles(), FileRow::of), receivedAt))
                .then(insertMentions(growth.mentions()));
    }

    private Mono<Long> insert(String sql, String rows, Instant receivedAt) {
        return database.sql(sql)
                .bind("rows", rows)
                .bind("now", receivedAt)
                .fetch()
                .rowsUpdated();
    }

    private Mono<Void> insertMentions(List<Mention> mentions) {
        return database.sql("""
                        insert into mention (fact_id, case_id, sha256)
                        select * from json_to_recordset(:rows::json) as fresh (
                            "factId" uuid, "caseId" uuid, sha256 text)
                        on conflict do nothing""")
                .bind("rows", Rows.of(mentions, Function.identity()))
                .then();
    }

    private record FactRow(
            UUID factId,
            UUID caseId,
            String source,
            long sequence,
            String kind,
            String type,
            String audience,
            String headers,
            String body,
            String sha256,
            String sm3,
            String flaws,
            @Nullable String toldAt,
            @Nullable Long leaf) {

        static FactRow of(Entered entered) {
            Arrival arrival = entered.arrival();
            Heading heading = arrival.heading();
            return new FactRow(
                    arrival.factId(),
                    arrival.caseId(),
                    heading.source(),
                    heading.sequence(),
                    heading.kind(),
                    heading.type(),
                    heading.audience(),
                    arrival.headers(),
                    arrival.body(),
                    arrival.digests().sha256(),
                    arrival.digests().sm3(),
                    entered.flaws().stream().map(Flaw::name).collect(Collectors.joining(",")),
                    heading.toldAt() == null ? null : heading.toldAt().toString(),
                    entered.leaf());
        }
    }

    private record FileRow(UUID caseId, String sha256, String sm3, String fileId, long size, long leaf) {

        static FileRow of(EnteredFile entered) {
            FileRef file = entered.file();
            return new FileRow(entered.caseId(), file.sha256(), file.sm3(), file.id(), file.size(), entered.leaf());
        }
    }
}
