package court.deploy.bench;

import court.deploy.local.LocalPlatform;
import court.deploy.local.Part;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;

/** PostgreSQL and the broker of this run, as durable as ever, on ports and in a folder of their own. */
final class Servers implements AutoCloseable {

    private static final int TRIES = 50;

    private final Path folder;
    private final LocalPlatform platform;

    private Servers(Path folder, LocalPlatform platform) {
        this.folder = folder;
        this.platform = platform;
    }

    static Servers start(Path folder) throws IOException {
        deleteAll(folder);
        return new Servers(folder, LocalPlatform.start(folder, freeOffset(), EnumSet.of(Part.POSTGRES, Part.BROKER)));
    }

    private static int freeOffset() {
        for (int i = 0; i < TRIES; i++) {
            int offset = ThreadLocalRandom.current().nextInt(1_000, 9_000);
            if (isFree(15432 + offset) && isFree(19092 + offset) && isFree(19093 + offset)) {
                return offset;
            }
        }
        throw new IllegalStateException("no free ports");
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }

    Path folder() {
        return folder;
    }

    /** A service's database, seen by who may see everything. */
    Database database(Part part) {
        return new Database(
                platform.databaseUrl(part), "postgres", platform.secrets().get("database-postgres"));
    }

    Database filing() {
        return database(Part.FILING);
    }

    /** What the service itself opens its database with. */
    String password(Part part) {
        return platform.databasePassword(part);
    }

    String broker() {
        return "127.0.0.1:" + platform.port(Part.BROKER);
    }

    Processes.Watched postgres() {
        return new Processes.Watched("PostgreSQL", platform.pid(Part.POSTGRES), true);
    }

    Processes.Watched brokerProcess() {
        return new Processes.Watched("broker", platform.pid(Part.BROKER), true);
    }

    /** All that works for what clients here ask of a service. */
    List<Processes.Watched> with(ServiceProcess service) {
        return List.of(
                new Processes.Watched("program", service.pid(), true),
                postgres(),
                brokerProcess(),
                Processes.Watched.ourselves("clients"));
    }

    /** What PostgreSQL has written down. */
    Path postgresLog() {
        return platform.log(Part.POSTGRES);
    }

    @Override
    public void close() throws IOException {
        platform.close();
        deleteAll(folder);
    }

    private static void deleteAll(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
