package court.archive.sync;

import court.archive.sync.Lines.Line;
import court.platform.bundle.BundleFiles;
import court.platform.bundle.BundleNotes;
import court.platform.bundle.ChainEnd;
import court.platform.bundle.Delivery;
import court.platform.bundle.Delivery.Payload;
import court.platform.bundle.Delivery.Proof;
import court.platform.outbox.TextDigests;
import court.platform.outbox.WriteUnit;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Makes the next bundle of the next sealed package: number, signature and row in one transaction, under the lock of the
 * court's line, so that numbers have no gap and no two bundles the same one.
 */
@Component
class Packing {

    private final WriteUnit unit;
    private final DatabaseClient database;
    private final Lines lines;
    private final Bundles bundles;
    private final Pen pen;

    Packing(WriteUnit unit, DatabaseClient database, Lines lines, Bundles bundles, Pen pen) {
        this.unit = unit;
        this.database = database;
        this.lines = lines;
        this.bundles = bundles;
        this.pen = pen;
    }

    /** A sealed package that no bundle carries yet. */
    private record Waiting(
            UUID packageId, UUID caseId, String court, long size, String sha256, String sm3, String proof) {

        Delivery delivery(ChainEnd end, Clock clock) {
            byte[] proofBytes = proof.getBytes(StandardCharsets.UTF_8);
            return new Delivery(
                    end.next(),
                    end.sha256(),
                    court,
                    clock.instant(),
                    caseId,
                    packageId,
                    new Payload(BundleFiles.content(end.next()), size, sha256, sm3),
                    new Proof(
                            BundleFiles.proof(end.next()),
                            proofBytes.length,
                            TextDigests.of(proofBytes).sha256()));
        }
    }

    /** Whether there was a package to make a bundle of. */
    Mono<Boolean> next() {
        return unit.run(() -> waiting()
                .flatMap(it -> lines.lock(it.court()).flatMap(line -> make(it, line)))
                .defaultIfEmpty(false));
    }

    /** A case's packages go in the order of their numbers: a later one waits until the earlier has its proof. */
    private Mono<Waiting> waiting() {
        return database.sql("""
                        select p.package_id, p.case_id, p.court, p.size, p.sha256, p.sm3, p.proof
                        from sealed_package p
                        where p.proof is not null
                          and not exists (select from bundle b where b.package_id = p.package_id)
                          and not exists (select from sealed_package e
                                          where e.case_id = p.case_id and e.number < p.number and e.proof is null)
                        order by p.id limit 1""").mapProperties(Waiting.class).one();
    }

    private Mono<Boolean> make(Waiting waiting, Line line) {
        return bundles.carries(waiting.packageId())
                .flatMap(already -> already ? Mono.empty() : write(waiting, line))
                .thenReturn(true);
    }

    private Mono<Void> write(Waiting waiting, Line line) {
        Delivery delivery = waiting.delivery(line.made(), pen.clock());
        byte[] note = BundleNotes.write(delivery, pen.signer());
        return bundles.add(delivery, note).then(lines.made(delivery.court(), ChainEnd.after(delivery, note)));
    }
}
