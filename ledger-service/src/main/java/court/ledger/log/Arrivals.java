package court.ledger.log;

import court.ledger.log.Growth.Entered;
import court.ledger.log.Growth.EnteredFile;
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

    /** Which of the batch's files have a leaf in their case already; each is looked up by itself, as {@link Leaves#nodes} does. */
    Mono<Set<FileKey>> files(List<Arrival> batch) {
        List<FileKey> keys = batch.stream()
                .flatMap(it -> it.files().stream().map(file -> new FileKey(it.caseId(), file.sha256())))
                .distinct()
                .toList();
        return database.sql("""
                        select wanted.case_id, wanted.sha256
                        from unnest(:cases::uuid[], :digests::text[]) as wanted (case_id, sha256)
                        cross join lateral (
                            select from file where case_id = wanted.case_id and sha256 = wanted.sha256 limit 1) as found""")
                .bind("cases", keys.stream().map(FileKey::caseId).toArray(UUID[]::new))
                .bind("digests", keys.stream().map(FileKey::sha256).toArray(String[]::new))
                .mapProperties(FileKey.class)
                .all()
                .collect(Collectors.toCollection(HashSet::new));
    }

    /** Stores what a batch brought. */
    Mono<Void> add(Growth growth, Instant receivedAt) {
        return insertFacts(growth.entered(), receivedAt)
                .then(insertFiles(growth.enteredFiles(), receivedAt))
                .then(insertMentions(growth.mentions()));
    }

    private Mono<Long> insertFacts(List<Entered> facts, Instant receivedAt) {
        CopyRows rows =
                new CopyRows("received (fact_id, case_id, source, sequence, kind, type, audience, headers, body,"
                        + " sha256, sm3, flaws, told_at, leaf, received_at, seal)");
        for (Entered it : facts) {
            FactRow row = FactRow.of(it, receivedAt);
            rows.row().uuid(row.factId()).uuid(row.caseId());
            rows.text(row.source()).bigint(row.sequence()).text(row.kind());
            rows.text(row.type()).text(row.audience());
            rows.text(row.headers()).bytes(it.arrival().body());
            rows.text(row.sha256()).text(row.sm3()).text(row.flaws());
            rows.time(row.toldAt()).bigint(row.leaf()).time(row.receivedAt());
            rows.bytes(seal.of(row));
        }
        return rows.into(database);
    }

    private Mono<Long> insertFiles(List<EnteredFile> files, Instant receivedAt) {
        CopyRows rows = new CopyRows("file (case_id, sha256, sm3, file_id, size, leaf, received_at, seal)");
        for (EnteredFile it : files) {
            FileRow row = FileRow.of(it, receivedAt);
            rows.row().uuid(row.caseId()).text(row.sha256()).text(row.sm3());
            rows.text(row.fileId()).bigint(row.size()).bigint(row.leaf()).time(row.receivedAt());
            rows.bytes(seal.of(row));
        }
        return rows.into(database);
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
