package court.deploy.bench;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Acts at a rate, and for each how long until the tree over it was signed, and until the world could see that. */
final class LedgerPace {

    /** For each act the first checkpoint over its leaf, and the first of those that was shown; times in microseconds. */
    private static final String DELAYS = """
            select extract(epoch from signed.signed_at - told_at) * 1e6, extract(epoch from shown.published_at - told_at) * 1e6
            from received
            join lateral (select signed_at from checkpoint where size > leaf order by size limit 1) as signed on true
            join lateral (select published_at from checkpoint where size > leaf and published_at is not null
                          order by size limit 1) as shown on true
            where leaf >= %d""";

    private final Database database;
    private final LedgerFacts facts;
    private final Report report;

    LedgerPace(Database database, LedgerFacts facts, Report report) {
        this.database = database;
        this.facts = facts;
        this.report = report;
    }

    /** Waits for all that was told. */
    interface Waiting {
        void untilAllIsShown() throws Exception;
    }

    void run(int perSecond, Duration time, Waiting waiting) throws Exception {
        long from = facts.leaves();
        long begun = System.nanoTime();
        facts.tellPaced(perSecond, time.toSeconds());
        double told = (System.nanoTime() - begun) / 1e9;
        waiting.untilAllIsShown();
        List<Long> signed = new ArrayList<>();
        List<Long> shown = new ArrayList<>();
        read(from, signed, shown);
        report.line("%d acts, %.0f/s for %.0f s: act → signed ms p50/p99 %s, act → shown ms p50/p99 %s, load %s"
                .formatted(signed.size(), signed.size() / told, told, both(signed), both(shown), Processor.load()));
    }

    private void read(long from, List<Long> signed, List<Long> shown) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(DELAYS.formatted(from))) {
            while (rows.next()) {
                signed.add(rows.getLong(1) * 1_000);
                shown.add(rows.getLong(2) * 1_000);
            }
        }
    }

    private static String both(List<Long> nanos) {
        Percentiles times = Percentiles.ofNanos(nanos);
        return "%.0f/%.0f".formatted(times.millis(50), times.millis(99));
    }
}
