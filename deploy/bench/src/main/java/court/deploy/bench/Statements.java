package court.deploy.bench;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Has PostgreSQL write down what it is asked during one filing of each side, and prints both lists side by side. */
final class Statements {

    private static final Pattern ASKED = Pattern.compile("(?:execute [^:]+|statement): (.*)", Pattern.DOTALL);
    private static final Pattern ENTRY = Pattern.compile("(?m)^(?=\\d{4}-\\d\\d-\\d\\d )");
    private static final int SETTLE_MILLIS = 500;

    private final Servers servers;
    private final Report report;

    Statements(Servers servers, Report report) {
        this.servers = servers;
        this.report = report;
    }

    void print(List<Side> sides) throws Exception {
        Map<String, Map<String, Integer>> counts = new TreeMap<>();
        for (Side side : sides) {
            of(side).forEach((sql, times) ->
                    counts.computeIfAbsent(sql, it -> new TreeMap<>()).put(side.name(), times));
        }
        report.line("service floor statement of one filing");
        counts.forEach((sql, times) -> report.line(
                "%7d %5d %s".formatted(times.getOrDefault("service", 0), times.getOrDefault("floor", 0), sql)));
    }

    private Map<String, Integer> of(Side side) throws Exception {
        try (Life life = side.life(0)) {
            life.play(new Tally()); // prepares what is prepared once
            log("all");
            long begun = Files.size(servers.postgresLog());
            life.play(new Tally());
            log("none");
            byte[] all = Files.readAllBytes(servers.postgresLog());
            return asked(new String(all, (int) begun, all.length - (int) begun, StandardCharsets.UTF_8));
        }
    }

    private void log(String which) throws Exception {
        servers.filing().execute("alter system set log_statement = '" + which + "'");
        servers.filing().execute("select pg_reload_conf()");
        Thread.sleep(SETTLE_MILLIS);
    }

    private static Map<String, Integer> asked(String log) {
        Map<String, Integer> times = new TreeMap<>();
        for (String entry : ENTRY.split(log)) {
            Matcher asked = ASKED.matcher(entry);
            if (asked.find() && !isRelay(asked.group(1))) {
                times.merge(normal(asked.group(1)), 1, Integer::sum);
            }
        }
        return times;
    }

    // how often it looks depends on the moment
    private static boolean isRelay(String sql) {
        return sql.contains("sent_at") || sql.contains("pg_reload_conf") || sql.contains("log_statement");
    }

    private static String normal(String sql) {
        return sql.replaceAll("\\$\\d+", "?")
                .replaceAll("\\s+", " ")
                .replaceAll("(?i)^begin.*", "begin")
                .replaceAll("(?i)^commit.*", "commit")
                .strip();
    }
}
