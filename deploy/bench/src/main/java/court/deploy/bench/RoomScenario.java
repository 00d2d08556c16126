package court.deploy.bench;

import court.deploy.bench.BenchRooms.BenchRoom;
import court.deploy.bench.Chorus.Heard;
import court.deploy.bench.Processes.Program;
import court.deploy.bench.Processes.Watched;
import court.deploy.bench.ServiceProcess.Start;
import court.deploy.local.Part;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Sockets in rooms. All sockets open and messages at a rate that rises until the slowest hundredth is seen by all half a second
 * late; then messages over HTTP that nobody listens to and, in turn with them, the same statements by a bare program.
 */
final class RoomScenario {

    private static final String HEAP = "512m";
    private static final Duration LOGGED = Duration.ofSeconds(1);
    private static final double LATE_MS = 500;
    private static final List<Integer> RATES = List.of(
            10, 20, 40, 60, 80, 100, 130, 160, 200, 250, 300, 400, 500, 550, 600, 700, 800, 900, 1000, 1200, 1400, 1600,
            1800, 2000);

    private final Options options;
    private final Path home = Path.of(System.getenv("COURT_HOME"));
    private final Report report;

    RoomScenario(Options options, PrintStream out) {
        this.options = options;
        this.report = new Report(out);
    }

    void run() throws Exception {
        Tokens tokens = new Tokens();
        try (Servers servers = Servers.start(home.resolve("deploy/bench/target/run"));
                Phones phones = new Phones()) {
            var outside = new ServiceProcess.Outside(tokens, phones);
            Start start = new Start(Part.INTERACTION, HEAP, options.recording());
            try (ServiceProcess service = ServiceProcess.start(home, servers, outside, start)) {
                report.surroundings(service.pid(), servers);
                List<BenchRoom> rooms = rooms(servers, outside, service);
                deaf(service, rooms, options.warmUp(), RoomScenario::say);
                List<SampleGroup> samples = samples(servers, service, rooms);
                hearing(servers, service, rooms);
                overHttp(servers, service, rooms, samples);
            }
        }
    }

    private List<BenchRoom> rooms(Servers servers, ServiceProcess.Outside outside, ServiceProcess service)
            throws Exception {
        Start start = new Start(Part.FILING, HEAP, null);
        try (ServiceProcess filing = ServiceProcess.start(home, servers, outside, start)) {
            return new BenchRooms(servers, outside.tokens()).open(options.rooms(), filing, service);
        }
    }

    /** What the service asks of the database for one message, and for as many as it writes together. */
    private List<SampleGroup> samples(Servers servers, ServiceProcess service, List<BenchRoom> rooms) throws Exception {
        Database database = servers.database(Part.INTERACTION);
        ServerLog log = new ServerLog(database, servers.postgresLog());
        return log.during(() -> {
            try (KeptConnection connection = new KeptConnection(service.port())) {
                BenchRooms.post(rooms.getFirst(), 0, connection, "sample");
            }
            SampleGroup one = SampleGroup.middle(log.since(database.name()).values());
            deaf(service, rooms, LOGGED, RoomScenario::say);
            return List.of(one, SampleGroup.middle(log.since(database.name()).values()));
        });
    }

    /**
     * Last, and warm again: what was compiled for sockets is compiled anew for this. Rounds of the service and of the bare program
     * alternate, so that both meet the same machine; the service stands still meanwhile, and runs for a round that does not count
     * when it is let go, for standing still costs it some of what was compiled.
     */
    private void overHttp(Servers servers, ServiceProcess service, List<BenchRoom> rooms, List<SampleGroup> samples)
            throws Exception {
        Processes processes = new Program(servers.with(service), service::collecting);
        SampleGroup together = samples.getLast();
        int few = Math.ceilDiv(options.people(), together.messages());
        deaf(service, rooms, options.warmUp(), RoomScenario::say);
        for (int round = 0; round < options.rounds(); round++) {
            deaf(service, rooms, options.round(), RoomScenario::say);
            double said = tell(
                    "over HTTP, nobody listening, " + options.people() + " people",
                    processes,
                    () -> deaf(service, rooms, options.round(), RoomScenario::say));
            holdBetweenWrites(servers, service);
            double bare = repeat(servers, rooms, together, FloorPool.CONNECTIONS);
            double bareOfFew = repeat(servers, rooms, together, few);
            service.letGo();
            report.line("  ratio %.2f, and %.2f".formatted(said / bare, said / bareOfFew));
        }
        tell(
                "over HTTP, refused before anything is looked up",
                processes,
                () -> deaf(service, rooms, options.round(), BenchRooms::postWithoutKey));
        holdBetweenWrites(servers, service);
        repeat(servers, rooms, samples.getFirst(), FloorPool.CONNECTIONS);
        service.letGo();
    }

    /** What one of those who post does, each on a connection of their own. */
    private interface Posting {
        void once(BenchRoom room, int person, KeptConnection connection) throws Exception;
    }

    private static void say(BenchRoom room, int person, KeptConnection connection) throws Exception {
        BenchRooms.post(room, person, connection, "请尽快查封车辆");
    }

    private Rush deaf(ServiceProcess service, List<BenchRoom> rooms, Duration time, Posting posting) throws Exception {
        List<KeptConnection> connections = new ArrayList<>();
        for (int i = 0; i < options.people(); i++) {
            connections.add(new KeptConnection(service.port()));
        }
        Rush rush = Rush.run(Thread.ofVirtual(), options.people(), time, poster -> {
            BenchRoom room = rooms.get(ThreadLocalRandom.current().nextInt(rooms.size()));
            posting.once(room, poster % 3, connections.get(poster));
            return 1;
        });
        for (KeptConnection connection : connections) {
            connection.close();
        }
        return rush;
    }

    private void hearing(Servers servers, ServiceProcess service, List<BenchRoom> rooms) throws Exception {
        double before = service.heapAfterCollection();
        try (Chorus chorus = new Chorus()) {
            chorus.join(rooms, options.sockets(), service.port());
            double each = (service.heapAfterCollection() - before) / options.sockets();
            report.line("%d sockets in %d rooms open, %.1f KB of heap each"
                    .formatted(options.sockets(), rooms.size(), each / 1024));
            chorus.say(RATES.getFirst(), options.warmUp());
            report.line("%7s %8s  %-17s %-17s %9s %7s  %s"
                    .formatted("rate", "taken/s", "taken ms p50/p99", "seen ms p50/p99", "frames/s", "unseen", "load"));
            double best = 0;
            for (int rate : RATES) {
                Heard heard = chorus.say(rate, options.round());
                report.line("%7d %8.1f  %-17s %-17s %9.0f %7d  %s"
                        .formatted(
                                rate,
                                heard.taken(),
                                both(heard.accept()),
                                both(heard.fanOut()),
                                heard.frames(),
                                heard.unseen(),
                                Processor.load()));
                if (heard.unseen() > 0
                        || heard.fanOut().millis(99) > LATE_MS
                        || heard.accept().millis(99) > LATE_MS) {
                    break;
                }
                best = heard.taken();
            }
            report.line("with every member listening: %.1f messages/s".formatted(best));
        }
        everythingIsTold(servers);
    }

    /** Held within a write, it would keep its locks from the bare program for ever. */
    private static void holdBetweenWrites(Servers servers, ServiceProcess service) throws Exception {
        Database database = servers.database(Part.INTERACTION);
        service.hold();
        while (!database.ask("select count(*) from pg_stat_activity where datname = current_database()"
                        + " and backend_type = 'client backend' and pid <> pg_backend_pid() and state <> 'idle'")
                .equals("0")) {
            service.letGo();
            Thread.sleep(50);
            service.hold();
        }
    }

    /** So that what one part of the run left to be sent is not sent in the next. */
    private static void everythingIsTold(Servers servers) throws Exception {
        servers.database(Part.INTERACTION).execute("update outbox set sent_at = now() where sent_at is null");
    }

    private double repeat(Servers servers, List<BenchRoom> rooms, SampleGroup sample, int connections)
            throws Exception {
        everythingIsTold(servers);
        try (RoomFloor floor = new RoomFloor(servers.database(Part.INTERACTION), rooms)) {
            Rush.Work say = person -> floor.say(sample);
            Rush.run(Thread.ofPlatform(), connections, options.round().dividedBy(4), say);
            return tell(
                    "bare program, %d in a transaction of %d statements, %d connections"
                            .formatted(sample.messages(), sample.unit().size(), connections),
                    new Program(List.of(Watched.ourselves("program"), servers.postgres()), () -> 0),
                    () -> Rush.run(Thread.ofPlatform(), connections, options.round(), say));
        } finally {
            everythingIsTold(servers);
        }
    }

    /** Prints it; messages per second. */
    private double tell(String what, Processes processes, Callable<Rush> rushing) throws Exception {
        Reading before = Reading.of(processes);
        Rush rush = rushing.call();
        Reading after = Reading.of(processes);
        report.line("%s: %.1f messages/s, ms p50/p99 %s, processor µs each: %s, others %.2f, load %s"
                .formatted(
                        what,
                        rush.perSecond(),
                        both(rush.times()),
                        Reading.text(
                                after.microsSince(before, rush.all()), after.compilingMicrosSince(before, rush.all())),
                        after.othersSince(before),
                        Processor.load()));
        return rush.perSecond();
    }

    private static String both(Percentiles times) {
        return "%.0f/%.0f".formatted(times.millis(50), times.millis(99));
    }
}
