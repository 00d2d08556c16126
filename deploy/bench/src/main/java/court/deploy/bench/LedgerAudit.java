package court.deploy.bench;

import court.deploy.local.Failure;
import court.deploy.local.Part;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** How fast the audit walks when nobody holds it back: over every row, tile, fact and file. */
final class LedgerAudit {

    private static final int WALKS = 4;
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private LedgerAudit() {}

    static ServiceProcess.Start start(String heap) {
        return new ServiceProcess.Start(
                Part.LEDGER,
                heap,
                null,
                Map.of(
                        "court.ledger.audit.every", "1s",
                        "court.ledger.audit.leaves-per-second", "100000000",
                        "court.ledger.audit.bytes-per-second", "100GB"));
    }

    /** Prints a line for each of the first walks over so many leaves; the first of them were slower, by a colder program. */
    static void measure(int port, long leaves, Report report) throws Exception {
        long end = System.nanoTime() + PATIENCE.toNanos();
        String seen = "";
        try (KeptConnection connection = new KeptConnection(port)) {
            for (int walk = 1; walk <= WALKS; ) {
                JsonNode last = last(connection);
                if (last.path("size").asLong() >= leaves
                        && !last.path("startedAt").asString().equals(seen)) {
                    seen = last.path("startedAt").asString();
                    report.line(line(walk, last));
                    walk++;
                }
                if (System.nanoTime() > end) {
                    throw new Failure("The audit does not come round.");
                }
                Thread.sleep(100);
            }
        }
    }

    private static JsonNode last(KeptConnection connection) throws Exception {
        String body = connection
                .send(new KeptConnection.Request("GET", "/api/v1/ledger/audit", Map.of(), new byte[0]))
                .body();
        return JsonMapper.shared().readTree(body).path("last");
    }

    private static String line(int walk, JsonNode pass) {
        if (pass.path("findings").asInt(-1) != 0) {
            throw new Failure("The audit found something: " + pass);
        }
        double seconds = Duration.between(
                                Instant.parse(pass.path("startedAt").asString()),
                                Instant.parse(pass.path("finishedAt").asString()))
                        .toMillis()
                / 1e3;
        long size = pass.path("size").asLong();
        double megabytes = pass.path("bytes").asLong() / 1e6;
        return "audit, walk %d: %d leaves, %.0f MB in %.1f s, %.0f leaves/s, %.0f MB/s"
                .formatted(walk, size, megabytes, seconds, size / seconds, megabytes / seconds);
    }
}
