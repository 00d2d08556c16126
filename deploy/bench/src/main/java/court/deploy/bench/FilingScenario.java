package court.deploy.bench;

import court.deploy.local.Part;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;

/**
 * Many applicants of one court file at once, each the full life: draft, three documents, submission, acceptance. Rounds of
 * the service and of the floor alternate, so that both meet the same machine.
 */
final class FilingScenario {

    private static final String HEAP = "768m";

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
                ServiceProcess service = ServiceProcess.start(
                        home,
                        servers,
                        new ServiceProcess.Outside(tokens, phones),
                        new ServiceProcess.Start(Part.FILING, HEAP, options.recording()))) {
            ServiceSide serviceSide = new ServiceSide(servers, service, tokens, folder.resolve("keys"));
            SampleLife sample = sample(serviceSide, log(servers));
            try (FloorSide floorSide = new FloorSide(home, servers, sample)) {
                report.line(options.applicants() + " applicants");
                report.surroundings(service.pid(), servers);
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
}
