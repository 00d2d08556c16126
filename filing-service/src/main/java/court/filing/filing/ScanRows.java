package court.filing.filing;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Which files are still to be looked into. */
@Repository
class ScanRows {

    private final DatabaseClient database;

    ScanRows(DatabaseClient database) {
        this.database = database;
    }

    /** A file that was taken unscanned. */
    record ToScan(UUID filingId, String fileId, String sha256) {}

    /** Notes what is in filings unscanned; noted twice it is noted once. Inside a write unit. */
    Mono<Void> note(List<Filing> filings) {
        List<ToScan> files = filings.stream().flatMap(ScanRows::unscanned).toList();
        return files.isEmpty()
                ? Mono.empty()
                : database.sql("""
                        insert into to_scan (filing_id, file_id, sha256)
                        select filing, id, sha256
                        from unnest(:filings::uuid[], :ids::text[], :digests::text[]) as it (filing, id, sha256)
                        on conflict do nothing""")
                        .bind("filings", files.stream().map(ToScan::filingId).toArray(UUID[]::new))
                        .bind("ids", files.stream().map(ToScan::fileId).toArray(String[]::new))
                        .bind("digests", files.stream().map(ToScan::sha256).toArray(String[]::new))
                        .then();
    }

    private static Stream<ToScan> unscanned(Filing filing) {
        return Scanned.materials(filing)
                .filter(Material::isUnscanned)
                .map(Material::file)
                .map(file -> new ToScan(filing.id(), file.id(), file.sha256()));
    }

    /** Those nobody tried lately, the longest waiting first. */
    Mono<List<ToScan>> next(Instant now, Duration again, int limit) {
        return database.sql("""
                        select filing_id, file_id, sha256 from to_scan where tried_at is null or tried_at < :before
                        order by tried_at nulls first limit :limit""")
                .bind("before", now.minus(again).atOffset(ZoneOffset.UTC))
                .bind("limit", limit)
                .mapProperties(ToScan.class)
                .all()
                .collectList();
    }

    Mono<Void> tried(ToScan it, Instant now) {
        return database.sql("update to_scan set tried_at = :now where filing_id = :filing and file_id = :file")
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .bind("filing", it.filingId())
                .bind("file", it.fileId())
                .then();
    }

    Mono<Void> done(ToScan it) {
        return database.sql("delete from to_scan where filing_id = :filing and file_id = :file")
                .bind("filing", it.filingId())
                .bind("file", it.fileId())
                .then();
    }

    /** Filings of before files were noted. */
    Mono<List<UUID>> unread(int limit) {
        return database.sql("select id from filing where not scans_noted limit :limit")
                .bind("limit", limit)
                .mapValue(UUID.class)
                .all()
                .collectList();
    }

    Mono<Void> read(UUID filing) {
        return database.sql("update filing set scans_noted = true where id = :id")
                .bind("id", filing)
                .then();
    }
}
