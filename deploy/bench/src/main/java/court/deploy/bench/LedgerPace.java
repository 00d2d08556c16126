package court.deploy.bench;

import court.deploy.local.Failure;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Acts at a rate, and for each how long until the tree over it was signed, and until the world could see that. */
final class LedgerPace {

    private static final Duration LOOK = Duration.ofMillis(20);
    private static final Duration STRAGGLERS = Duration.ofSeconds(60);

    /** When each act was told and first signed over. */
    private static final String ACTS = """
            select leaf, told_at, (select signed_at from checkpoint where size > leaf order by size limit 1) as signed_at
            from received where leaf >= %d""";

    private final Database database;
    private final int port;
    private final LedgerFacts facts;

    LedgerPace(Database database, int port, LedgerFacts facts) {
        this.database = database;
        this.port = port;
        this.facts = facts;
    }

    void run(int perSecond, Duration time, Report report) throws Exception {
        long from = facts.leaves();
        long begun = System.nanoTime();
        Thread telling = Thread.ofPlatform().start(() -> facts.tellPaced(perSecond, time.toSeconds()));
        NavigableMap<Long, Instant> shownAt = watch(telling);
        double took = (System.nanoTime() - begun) / 1e9;
        List<Long> signed = new ArrayList<>();
        List<Long> shown = new ArrayList<>();
        read(from, shownAt, signed, shown);
        report.line("%d acts in %.0f s: act → signed ms p50/p99 %s, act → shown ms p50/p99 %s, load %s"
                .formatted(signed.size(), took, both(signed), both(shown), Processor.load()));
    }

    /** When the world first saw each size, until it sees all that is told. */
    private NavigableMap<Long, Instant> watch(Thread telling) throws IOException, InterruptedException {
        NavigableMap<Long, Instant> seen = new TreeMap<>();
        long end = Long.MAX_VALUE;
        try (ShownCheckpoint checkpoint = new ShownCheckpoint(port)) {
            while (telling.isAlive() || seen.isEmpty() || seen.lastKey() < facts.leaves()) {
                seen.putIfAbsent(checkpoint.size(), Instant.now());
                if (end == Long.MAX_VALUE && !telling.isAlive()) {
                    end = System.nanoTime() + STRAGGLERS.toNanos();
                }
                if (System.nanoTime() > end) {
                    throw new Failure("The ledger does not enter all that was told.");
                }
                Thread.sleep(LOOK);
            }
        }
        return seen;
    }

    private void read(long from, NavigableMap<Long, Instant> shownAt, List<Long> signed, List<Long> shown)
            throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(ACTS.formatted(from))) {
            while (rows.next()) {
                Instant told = rows.getTimestamp(2).toInstant();
                signed.add(ChronoUnit.NANOS.between(told, rows.getTimestamp(3).toInstant()));
                shown.add(ChronoUnit.NANOS.between(
                        told, shownAt.higherEntry(rows.getLong(1)).getValue()));
            }
        }
    }

    private static String both(List<Long> nanos) {
        Percentiles times = Percentiles.ofNanos(nanos);
        return "%.0f/%.0f".formatted(times.millis(50), times.millis(99));
    }
}
