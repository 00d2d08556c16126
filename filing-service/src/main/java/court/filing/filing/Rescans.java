package court.filing.filing;

import court.filing.filing.FilingRows.Written;
import court.filing.filing.ScanRows.ToScan;
import court.platform.contract.Change;
import court.platform.outbox.TraceText;
import court.platform.outbox.WriteUnit;
import court.platform.scan.Scan;
import court.platform.security.Actor;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Puts on record what was found in files that were taken unscanned. */
@Repository
class Rescans {

    private static final Actor PLATFORM = Actor.service("filing");
    private static final int AT_ONCE = 50;

    private final WriteUnit unit;
    private final FilingRows rows;
    private final ScanRows scans;
    private final Consequences consequences;
    private final TraceText trace;

    Rescans(WriteUnit unit, FilingRows rows, ScanRows scans, Consequences consequences, TraceText trace) {
        this.unit = unit;
        this.rows = rows;
        this.scans = scans;
        this.consequences = consequences;
        this.trace = trace;
    }

    /** What is to be looked into next; notes first what lies in filings of before. */
    Mono<List<ToScan>> next(Instant now, Duration again) {
        return scans.unread(AT_ONCE)
                .flatMapMany(Flux::fromIterable)
                .concatMap(this::readOnce)
                .then(Mono.defer(() -> scans.next(now, again, AT_ONCE)));
    }

    private Mono<Void> readOnce(UUID filing) {
        return unit.run(() -> rows.lock(filing)
                .flatMap(stored -> scans.note(List.of(stored.filing())))
                .then(Mono.defer(() -> scans.read(filing))));
    }

    /** Nobody answered: it is tried again later. */
    Mono<Void> later(ToScan it, Instant now) {
        return unit.run(() -> scans.tried(it, now));
    }

    /** Told once; of a filing or file that is gone nothing is told. */
    Mono<Void> record(ToScan it, Scan result) {
        return unit.run(() -> rows.lock(it.filingId())
                .filter(stored -> waits(stored.filing(), it))
                .flatMap(stored -> write(stored, it, result))
                .then(Mono.defer(() -> scans.done(it))));
    }

    private static boolean waits(Filing filing, ToScan it) {
        return Scanned.materials(filing)
                .anyMatch(each -> each.isUnscanned() && each.file().id().equals(it.fileId()));
    }

    /** A clean file changes nothing that anybody has seen, so the version stays. */
    private Mono<Void> write(Stored stored, ToScan it, Scan result) {
        Change<Filing> change = Scanned.of(stored.filing(), it.fileId(), result);
        Stored next = new Stored(change.next(), stored.version() + (result.isInfected() ? 1 : 0));
        return rows.update(List.of(new Written(next, result.at())))
                .then(trace.current())
                .flatMap(told -> consequences.of(List.of(new Step(PLATFORM, told, stored, next, change.facts()))));
    }
}
