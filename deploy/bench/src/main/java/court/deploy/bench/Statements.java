package court.deploy.bench;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Prints side by side what the service and the floor ask of the database for one filing. */
final class Statements {

    private final ServerLog log;
    private final Report report;

    Statements(ServerLog log, Report report) {
        this.log = log;
        this.report = report;
    }

    void print(List<Side> sides) throws Exception {
        Map<String, Map<String, Integer>> counts = new TreeMap<>();
        for (Side side : sides) {
            for (Asked it : asked(side)) {
                counts.computeIfAbsent(normal(it.sql()), sql -> new TreeMap<>()).merge(side.name(), 1, Integer::sum);
            }
        }
        report.line("service floor statement of one filing");
        counts.forEach((sql, times) -> report.line(
                "%7d %5d %s".formatted(times.getOrDefault("service", 0), times.getOrDefault("floor", 0), sql)));
    }

    private List<Asked> asked(Side side) throws Exception {
        try (Life life = side.life(1)) {
            life.play(new Tally()); // prepares what is prepared once
            return log.during(() -> {
                life.play(new Tally());
                return log.since(side.database().name()).values().stream()
                        .flatMap(List::stream)
                        .filter(it -> !isBackground(it.sql()))
                        .toList();
            });
        }
    }

    // how often it is asked depends on the moment
    private static boolean isBackground(String sql) {
        return sql.contains("sent_at") || sql.contains("heartbeat") || sql.contains("pg_") || sql.startsWith("SET ");
    }

    private static String normal(String sql) {
        return sql.replaceAll("\\$\\d+", "?")
                .replaceAll("\\s+", " ")
                .replaceAll("(?i)^begin.*", "begin")
                .replaceAll("(?i)^commit.*", "commit")
                .strip();
    }
}
