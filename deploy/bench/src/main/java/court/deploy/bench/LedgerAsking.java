package court.deploy.bench;

import court.deploy.bench.KeptConnection.Answer;
import court.deploy.bench.KeptConnection.Request;
import court.deploy.local.Failure;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/** People who ask the ledger for proofs and have files judged, each the next as soon as one is answered. */
final class LedgerAsking {

    private static final int PEOPLE = 16;
    private static final String VERIFY = "/api/v1/ledger/verify";

    private final int port;
    private final LedgerFacts facts;
    private final byte[] form;
    private final Report report;

    /** @param file one that is on the ledger */
    LedgerAsking(int port, LedgerFacts facts, byte[] file, Report report) {
        this.port = port;
        this.facts = facts;
        this.form = form(file);
        this.report = report;
    }

    /** Asks in every way, each for so long, of a tree of this size. */
    void ask(long size, Duration each) throws Exception {
        tell("path of a leaf (/inclusion)", PEOPLE, each, () -> {
            long index = ThreadLocalRandom.current().nextLong(size);
            return get("/api/v1/ledger/inclusion?index=" + index + "&size=" + size);
        });
        tell(
                "proof file (/files/…/proof)",
                PEOPLE,
                each,
                () -> get("/api/v1/ledger/files/" + facts.anyDigest() + "/proof"));
        tell("verdict on a digest, one person", 1, each, this::digest);
        tell("verdict on a file of 200 KB, one person", 1, each, this::file);
        tell("verdict on a file of 200 KB", PEOPLE, each, this::file);
    }

    /** Makes the next request. */
    private interface Asked {
        Request next();
    }

    private static Request get(String path) {
        return new Request("GET", path, Map.of(), new byte[0]);
    }

    private Request digest() {
        byte[] body = ("{\"sha256\":\"" + facts.anyDigest() + "\"}").getBytes(StandardCharsets.US_ASCII);
        return new Request("POST", VERIFY, Map.of("Content-Type", "application/json"), body);
    }

    private Request file() {
        return new Request("POST", VERIFY, Map.of("Content-Type", "multipart/form-data; boundary=cut"), form);
    }

    private static byte[] form(byte[] file) {
        ByteArrayOutputStream form = new ByteArrayOutputStream();
        form.writeBytes("--cut\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.pdf\"\r\n\r\n"
                .getBytes(StandardCharsets.US_ASCII));
        form.writeBytes(file);
        form.writeBytes("\r\n--cut--\r\n".getBytes(StandardCharsets.US_ASCII));
        return form.toByteArray();
    }

    private void tell(String what, int people, Duration time, Asked asked) throws Exception {
        List<KeptConnection> connections = new ArrayList<>();
        for (int i = 0; i < people; i++) {
            connections.add(new KeptConnection(port));
        }
        Rush rush = Rush.run(Thread.ofVirtual(), people, time, person -> {
            Request request = asked.next();
            requireFound(request, connections.get(person).send(request));
            return 1;
        });
        for (KeptConnection connection : connections) {
            connection.close();
        }
        report.line("  %-42s %8.0f/s, ms p50/p99 %.1f/%.1f, load %s"
                .formatted(
                        what,
                        rush.perSecond(),
                        rush.times().millis(50),
                        rush.times().millis(99),
                        Processor.load()));
    }

    private static void requireFound(Request request, Answer answer) throws IOException {
        boolean isVerdict = request.path().equals(VERIFY);
        if (answer.status() != 200 || isVerdict && !answer.body().contains("PRESUMED_UNTAMPERED")) {
            throw new Failure(request.path() + " answered " + answer.status() + ": " + answer.body());
        }
    }
}
