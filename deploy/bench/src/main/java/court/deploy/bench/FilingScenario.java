package court.deploy.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Many applicants of one court file at once, each the full life: draft, three documents, submission, acceptance. Rounds of
 * the service and of the floor alternate, so that both meet the same machine.
 */
final class FilingScenario {

    private final Options options;
    private final Path home = Path.of(System.getenv("COURT_HOME"));
    private final Report report;

    FilingScenario(Options options, PrintStream out) {
        this.options = options;
        this.report = new Report(out);
    }

    void run() throws Exception {
        Path folder = home.resolve("deploy/bench/target/run");
        Tokens tokens = new Tokens();
        try (Servers servers = Servers.start(folder);
                Phones phones = new Phones();
                FilingProcess service = FilingProcess.start(
                        home, servers, new FilingProcess.Outside(tokens, phones), options.recording())) {
            ServiceSide serviceSide = new ServiceSide(servers, service, tokens, folder.resolve("keys"));
            SampleLife sample = sample(serviceSide, log(servers));
            try (FloorSide floorSide = new FloorSide(home, servers, sample)) {
                surroundings(service.pid(), servers);
                if (options.statements()) {
                    new Statements(log(servers), report).print(List.of(serviceSide, floorSide));
                } else {
                    rounds(serviceSide, floorSide);
                }
            }
        }
    }

    private static ServerLog log(Servers servers) {
        return new ServerLog(servers.filing(), servers.postgresLog());
    }

    private static SampleLife sample(ServiceSide side, ServerLog log) throws Exception {
        try (ServiceLife life = side.life(0)) {
            life.play(new Tally()); // whatever is done only once is done
            return SampleLife.of(life, log, side.database().name());
        }
    }

    private void rounds(Side service, Side floor) throws Exception {
        new Load(service, options.applicants()).run(options.warmUp(), Long.MAX_VALUE);
        new Load(floor, options.applicants()).run(options.warmUp().dividedBy(4), Long.MAX_VALUE);
        report.heading();
        for (int round = 1; round <= options.rounds(); round++) {
            report.add(round, new Load(service, options.applicants()).run(options.round(), options.lives()));
            report.add(round, new Load(floor, options.applicants()).run(options.round(), options.lives()));
        }
        report.end();
        report.line("prompts of the service: "
                + service.database()
                        .ask("select string_agg(state || ' ' || many, ', ' order by state) from"
                                + " (select state, count(*) many from notification group by state) by_state"));
    }

    private void surroundings(long service, Servers servers) throws Exception {
        report.line("%d applicants, %d processors, load %s, %s %s"
                .formatted(
                        options.applicants(),
                        Runtime.getRuntime().availableProcessors(),
                        Processor.load(),
                        System.getProperty("java.vm.name"),
                        System.getProperty("java.runtime.version")));
        report.line("service: " + flags(service));
        report.line("broker:  " + flags(servers.brokerProcess().pid()));
        report.line("floor and clients: " + flags(ProcessHandle.current().pid()));
        for (String setting : List.of("fsync", "synchronous_commit", "full_page_writes", "shared_buffers")) {
            report.line("PostgreSQL " + setting + "=" + servers.filing().ask("show " + setting));
        }
    }

    /** The options a Java process was started with. */
    private static String flags(long pid) throws IOException {
        return List.of(Files.readString(Path.of("/proc", Long.toString(pid), "cmdline"))
                        .split("\0"))
                .stream()
                .takeWhile(it -> !it.equals("-cp") && !it.equals("-jar"))
                .skip(1)
                .reduce((one, next) -> one + " " + next)
                .orElse("the JDK's own");
    }
}
