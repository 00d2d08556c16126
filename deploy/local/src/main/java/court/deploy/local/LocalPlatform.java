package court.deploy.local;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;

/** The whole platform, run from a program instead of from the keyboard: the same processes, the same watching. */
public final class LocalPlatform implements AutoCloseable {

    private final Place place;
    private final Set<Part> parts;
    private final Supervisor supervisor;
    private final Thread atExit = new Thread(this::stop, "stop-platform");

    private LocalPlatform(Place place, Set<Part> parts) {
        this.place = place;
        this.parts = parts;
        this.supervisor = Supervisor.start(place, parts);
        Runtime.getRuntime().addShutdownHook(atExit);
    }

    /** Starts everything, from jars already built, and returns when all is ready. */
    public static LocalPlatform start(Path data, int portOffset) {
        return start(data, portOffset, EnumSet.allOf(Part.class));
    }

    public static LocalPlatform start(Path data, int portOffset, Set<Part> parts) {
        Place place = Place.of(data, portOffset);
        place.create();
        parts.stream().filter(part -> !place.statuses().get(part).alive()).forEach(place.ports()::mustBeFree);
        LocalPlatform platform = new LocalPlatform(place, parts);
        try {
            parts.forEach(platform::awaitReady);
            return platform;
        } catch (Failure e) {
            platform.close();
            throw e;
        }
    }

    /** Waits until the part answers; refuses when it does not come up. */
    public void awaitReady(Part part) {
        long end = System.nanoTime() + Duration.ofMillis(StartLimit.millis()).toNanos();
        while (!supervisor.watch(part).status().ready()) {
            Status status = supervisor.watch(part).status();
            if (status.state() == Status.State.FAILED || System.nanoTime() > end) {
                throw new Failure(part.label() + " does not come up: " + status.failure() + "\n"
                        + String.join("\n", Logs.tail(log(part), 30)));
            }
            Pause.millis(50);
        }
    }

    /** Kills the process as a crash would; it is started again by itself. */
    public void kill(Part part) {
        RunningProcess process = supervisor.watch(part).status().process();
        if (process == null) {
            throw new Failure(part.label() + " is not running.");
        }
        process.signal("KILL");
        process.awaitEnd(Down.PATIENCE);
    }

    /** Stops the part and leaves it down until it is started. */
    public void stop(Part part) {
        Watch watch = supervisor.watch(part);
        watch.hold(true);
        RunningProcess process = watch.status().process();
        if (process != null) {
            process.stop(watch.program().stopSignal(), Down.PATIENCE);
        }
    }

    /** Starts a part that was stopped and waits until it is ready. */
    public void start(Part part) {
        supervisor.watch(part).hold(false);
        awaitReady(part);
    }

    public void restart(Part part) {
        stop(part);
        start(part);
    }

    /** Stops everything in order; the data stays. */
    public void stop() {
        supervisor.close();
        new Down(place).run();
    }

    @Override
    public void close() {
        stop();
        Runtime.getRuntime().removeShutdownHook(atExit);
    }

    /** Base address of a service. */
    public URI address(Part part) {
        return URI.create(place.ports().url(part));
    }

    /** Base address of a service's health and metrics. */
    public URI managementAddress(Part part) {
        return URI.create("http://127.0.0.1:" + place.ports().management(part));
    }

    public int port(Part part) {
        return place.ports().of(part);
    }

    public long pid(Part part) {
        RunningProcess process = supervisor.watch(part).status().process();
        return process == null ? -1 : process.pid();
    }

    /** JDBC address of a service's database; its role has the same name. */
    public String databaseUrl(Part part) {
        return "jdbc:" + new Databases(place).url(part.label());
    }

    public String databasePassword(Part part) {
        return place.secrets().database(part.label());
    }

    public Secrets secrets() {
        return place.secrets();
    }

    public Path data() {
        return place.data();
    }

    /** What the intranet's agent keeps. */
    public Path intranet() {
        return new Intranet(place).folder();
    }

    /** Where bundles to be carried over by hand lie. */
    public Path export() {
        return new Intranet(place).export();
    }

    /** Where the agent takes bundles that were carried over. */
    public Path inbox() {
        return new Intranet(place).inbox();
    }

    /** Where the agent puts acknowledgements to be carried back. */
    public Path outbox() {
        return new Intranet(place).outbox();
    }

    /** The public keys the agent believes, as {@code ledger.vkey}, {@code seal.vkey} and {@code bundles.vkey}. */
    public Path trustedKeys() {
        return new Intranet(place).trust();
    }

    public Path log(Part part) {
        return place.log(part.label());
    }

    /** A bearer token of a demo account, as the gateway gives it. */
    public String token(String account) {
        return new Token(place).of(account);
    }

    public Set<Part> parts() {
        return parts;
    }
}
