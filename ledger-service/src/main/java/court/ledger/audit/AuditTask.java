package court.ledger.audit;

import court.ledger.log.Leaves;
import court.ledger.tile.TileFiles;
import court.platform.merkle.TreeHead;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Walks over the whole log again and again, no faster than it is allowed to. Each instance reads for itself: the disk it reads
 * may be another one.
 */
@Component
class AuditTask {

    private static final Logger LOG = LoggerFactory.getLogger(AuditTask.class);
    /** When so much is wrong, more names help nobody. */
    private static final int MOST = 1000;

    private final AuditRows rows;
    private final Leaves leaves;
    private final Items items;
    private final Signatures signatures;
    private final TileFiles files;
    private final Whole whole;
    private final Findings findings;
    private final AuditFigures figures;
    private final AuditSettings settings;
    private final Clock clock;
    private Set<Trouble> known = Set.of();

    AuditTask(
            AuditRows rows,
            Leaves leaves,
            Items items,
            Signatures signatures,
            TileFiles files,
            Whole whole,
            Findings findings,
            AuditFigures figures,
            AuditSettings settings,
            Clock clock) {
        this.rows = rows;
        this.leaves = leaves;
        this.items = items;
        this.signatures = signatures;
        this.files = files;
        this.whole = whole;
        this.findings = findings;
        this.figures = figures;
        this.settings = settings;
        this.clock = clock;
    }

    /** One complete walk; answers what it found. */
    synchronized Collection<Trouble> pass() throws InterruptedException {
        Map<String, Trouble> found = new LinkedHashMap<>();
        Instant startedAt = clock.instant();
        long bytes = 0;
        TreeHead shown = whole.shown(it -> name(it, found));
        Tiles tiles = new Tiles(files, it -> name(it, found));
        AuditPass pass = new AuditPass(shown, rows, leaves, items, signatures, tiles, it -> name(it, found));
        Pace pace = new Pace(settings);
        figures.started(shown.size());
        while (!pass.isDone() && found.size() < MOST) {
            long before = pass.at();
            long read = pass.step();
            bytes += read;
            figures.read(new AuditFigures.Position(pass.at(), shown.size()), pass.at() - before, read);
            pace.keep(pass.at() - before, read);
        }
        if (pass.isDone()) {
            pass.finish();
            items.checkLeafless(it -> name(it, found));
            whole.checkRest(shown, tiles, it -> name(it, found));
        }
        known = Set.copyOf(found.values());
        Findings.Pass walk = new Findings.Pass(startedAt, clock.instant(), pass.at(), bytes, found.size());
        findings.settle(walk, found.values(), pass.isDone());
        figures.finished(walk);
        return found.values();
    }

    private void name(Trouble trouble, Map<String, Trouble> found) {
        if (found.putIfAbsent(trouble.spot() + " " + trouble.item(), trouble) == null && !known.contains(trouble)) {
            LOG.error("the audit found {} {}: {}", trouble.spot(), trouble.item(), trouble.what());
        }
    }

    /** Sleeps as long as it was faster than it may be. */
    private static final class Pace {

        private final AuditSettings settings;
        private final long started = System.nanoTime();
        private double due;

        Pace(AuditSettings settings) {
            this.settings = settings;
        }

        void keep(long leaves, long bytes) throws InterruptedException {
            due += Math.max(
                    (double) leaves / settings.leavesPerSecond(),
                    (double) bytes / settings.bytesPerSecond().toBytes());
            Duration ahead = Duration.ofMillis((long) (due * 1000)).minusNanos(System.nanoTime() - started);
            if (ahead.isPositive()) {
                Thread.sleep(ahead);
            }
        }
    }
}
