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
                        + " sha256, sm3, flaws, told_at, leaf, received_at)");
        for (Entered it : facts) {
            Arrival arrival = it.arrival();
            Heading heading = arrival.heading();
            rows.row().uuid(arrival.factId()).uuid(arrival.caseId());
            rows.text(heading.source()).bigint(heading.sequence()).text(heading.kind());
            rows.text(heading.type()).text(heading.audience());
            rows.text(arrival.headers()).bytes(arrival.body());
            rows.text(arrival.digests().sha256()).text(arrival.digests().sm3());
            rows.text(it.flaws().stream().map(Flaw::name).collect(Collectors.joining(",")));
            rows.time(heading.toldAt()).bigint(it.leaf()).time(receivedAt);
        }
        return rows.into(database);
    }

    private Mono<Long> insertFiles(List<EnteredFile> files, Instant receivedAt) {
        CopyRows rows = new CopyRows("file (case_id, sha256, sm3, file_id, size, leaf, received_at)");
        for (EnteredFile it : files) {
            FileRef file = it.file();
            rows.row().uuid(it.caseId()).text(file.sha256()).text(file.sm3());
            rows.text(file.id()).bigint(file.size()).bigint(it.leaf()).time(receivedAt);
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
