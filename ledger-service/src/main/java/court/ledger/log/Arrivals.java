package court.ledger.log;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import court.ledger.log.Growth.Mention;
import court.ledger.log.Known.FactKey;
import court.ledger.log.Known.FileKey;
import court.ledger.log.SealedRows.FactRow;
import court.ledger.log.SealedRows.FileRow;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** All facts and files that were taken in, byte for byte. */
@Repository
class Arrivals {

    private final DatabaseClient database;
    private final RowSeal seal;

    Arrivals(DatabaseClient database, RowSeal seal) {
        this.database = database;
        this.seal = seal;
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
        List<FreshFact> facts = growth.entered().stream()
                .map(it -> fresh(FactRow.of(it, receivedAt), it.arrival().body()))
                .toList();
        List<FreshFile> files = growth.enteredFiles().stream()
                .map(it -> fresh(FileRow.of(it, receivedAt)))
                .toList();
        return insert("""
                        insert into received (fact_id, case_id, source, sequence, kind, type, audience, headers, body,
                                              sha256, sm3, flaws, told_at, leaf, received_at, seal)
                        select "factId", "caseId", source, sequence, kind, type, audience, headers, decode(body, 'hex'),
                               sha256, sm3, flaws, "toldAt", leaf, "receivedAt", decode(seal, 'hex')
                        from json_to_recordset(:rows::json) as fresh (
                            "factId" uuid, "caseId" uuid, source text, sequence bigint, kind text, type text,
                            audience text, headers text, body text, sha256 text, sm3 text, flaws text,
                            "toldAt" timestamptz, leaf bigint, "receivedAt" timestamptz, seal text)""", facts).then(insert("""
                        insert into file (case_id, sha256, sm3, file_id, size, leaf, received_at, seal)
                        select "caseId", sha256, sm3, "fileId", size, leaf, "receivedAt", decode(seal, 'hex')
                        from json_to_recordset(:rows::json) as fresh (
                            "caseId" uuid, sha256 text, sm3 text, "fileId" text, size bigint, leaf bigint,
                            "receivedAt" timestamptz, seal text)""", files)).then(insertMentions(growth.mentions()));
    }

    /** A fact's row with what stands beside it; bytes in hex. */
    private record FreshFact(@JsonUnwrapped FactRow row, String body, String seal) {}

    private record FreshFile(@JsonUnwrapped FileRow row, String seal) {}

    private FreshFact fresh(FactRow row, String body) {
        return new FreshFact(row, body, seal.hex(row));
    }

    private FreshFile fresh(FileRow row) {
        return new FreshFile(row, seal.hex(row));
    }

    private Mono<Long> insert(String sql, List<? extends Record> rows) {
        return database.sql(sql)
                .bind("rows", Rows.of(rows, Function.identity()))
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
}
