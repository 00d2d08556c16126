package court.deploy.bench;

import court.deploy.bench.LeafFigures.Work;
import court.deploy.bench.Processes.Program;
import court.deploy.bench.Processes.Watched;
import court.deploy.local.Failure;
import court.deploy.local.Part;
import java.io.PrintStream;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * The ledger, from the broker to the signed checkpoint. Facts gather while the service stands still, then it works them off;
 * the bare program inserts the same rows; then people ask for proofs. The same at each power of ten. At the end acts come at a
 * rate, and each is followed to its checkpoint.
 */
final class LedgerScenario {

    private static final String HEAP = "512m";
    private static final int SMALLEST = 10_000;
    private static final int ROUND = 20_000;
    private static final int FILE_BYTES = 200 * 1024;
    private static final Duration PATIENCE = Duration.ofMinutes(20);

    private final Options options;
    private final Path home = Path.of(System.getenv("COURT_HOME"));
    private final Report report;

    LedgerScenario(Options options, PrintStream out) {
        this.options = options;
        this.report = new Report(out);
    }

    void run() throws Exception {
        try (Servers servers = Servers.start(home.resolve("deploy/bench/target/run"));
                Phones phones = new Phones();
                LedgerFacts facts = new LedgerFacts(servers.broker(), servers.folder())) {
            var outside = new ServiceProcess.Outside(new Tokens(), phones);
            try (ServiceProcess walking = ServiceProcess.start(home, servers, outside, LedgerAudit.start(HEAP))) {
                report.surroundings(walking.pid(), servers);
                facts.tellKeptUntil(SMALLEST);
                awaitAll(walking, facts);
                LedgerAudit.measure(walking.port(), SMALLEST, report);
            }
            var start = new ServiceProcess.Start(
                    Part.LEDGER, HEAP, options.recording(), Map.of("court.ledger.audit.every", "1d"));
            try (ServiceProcess service = ServiceProcess.start(home, servers, outside, start);
                    LedgerFloor floor = new LedgerFloor(home, servers.database(Part.LEDGER))) {
                new Running(servers, service, facts, floor).measure();
            }
        }
    }

    /** Until all that was told is under the checkpoint that the world is shown. */
    private static void awaitAll(ServiceProcess service, LedgerFacts facts) throws Exception {
        long end = System.nanoTime() + PATIENCE.toNanos();
        try (ShownCheckpoint shown = new ShownCheckpoint(service.port())) {
            while (shown.size() != facts.leaves()) {
                if (System.nanoTime() > end) {
                    throw new Failure("The ledger does not enter all that was told.");
                }
                Thread.sleep(100);
            }
        }
    }

    private final class Running {

        private final ServiceProcess service;
        private final LedgerFacts facts;
        private final LedgerFloor floor;
        private final Database database;
        private final Program ledger;
        private final Program bare;
        private final byte[] file = new byte[FILE_BYTES];

        Running(Servers servers, ServiceProcess service, LedgerFacts facts, LedgerFloor floor) {
            this.service = service;
            this.facts = facts;
            this.floor = floor;
            this.database = servers.database(Part.LEDGER);
            this.ledger = new Program(servers.with(service), service::collecting);
            this.bare = new Program(
                    List.of(Watched.ourselves("program"), servers.postgres(), servers.brokerProcess()),
                    Running::collectingHere);
        }

        void measure() throws Exception {
            facts.tellOperations(ROUND); // they warm what reads and stores
            facts.tellOf(file);
            grow(SMALLEST);
            floor.insert(LedgerRows.between(database, 0, size()));
            LedgerAsking asking = new LedgerAsking(service.port(), facts, file, report);
            report.line(LeafFigures.HEADING);
            for (long mark = SMALLEST; mark <= options.leaves(); mark *= 10) {
                grow(mark);
                for (int round = 0; round < options.rounds(); round++) {
                    measureOne();
                }
                asking.ask(size(), options.round().dividedBy(6));
            }
            new LedgerPace(database, service.port(), facts).run(options.rate(), options.round(), report);
        }

        private void measureOne() throws Exception {
            long from = size();
            service.hold();
            facts.tellUntil(from + ROUND);
            service.letGo();
            Reading before = Reading.of(ledger);
            awaitAll(service, facts);
            Reading after = Reading.of(ledger);
            LedgerRows rows = LedgerRows.between(database, from, size());
            Work work = new Work("service", size() - from, rows.batches().size(), after.secondsSince(before));
            report.line(LeafFigures.of(work, before, after).line(from));
            Reading bareBefore = Reading.of(bare);
            floor.insert(rows);
            Reading bareAfter = Reading.of(bare);
            Work same = new Work("floor", work.leaves(), work.batches(), bareAfter.secondsSince(bareBefore));
            report.line(LeafFigures.of(same, bareBefore, bareAfter).line(from));
            report.line("  ratio %.2f".formatted(same.seconds() / work.seconds()));
        }

        private void grow(long size) throws Exception {
            facts.tellUntil(size);
            awaitAll(service, facts);
        }

        private long size() {
            return facts.leaves();
        }

        private static double collectingHere() {
            return ManagementFactory.getGarbageCollectorMXBeans().stream()
                            .mapToLong(GarbageCollectorMXBean::getCollectionTime)
                            .sum()
                    / 1e3;
        }
    }
}
