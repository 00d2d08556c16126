package court.deploy.bench;

import java.io.IOException;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;

/** The floor: plain JDBC and files by platform threads, with tables and rows as the service has them. */
final class FloorSide implements Side, AutoCloseable {

    private static final String NAME = "floor";

    private final Servers servers;
    private final Database database;
    private final SampleLife sample;
    private final FloorPool pool;
    private final FloorFiles files;
    private final FloorRelay relay;

    FloorSide(Path home, Servers servers, SampleLife sample) throws IOException, SQLException {
        this.servers = servers;
        this.sample = sample;
        this.database = Schema.beside(
                servers.filing(),
                NAME,
                home.resolve("platform/src/main/resources/db/platform"),
                home.resolve("platform/src/main/resources/db/notification"),
                home.resolve("filing-service/src/main/resources/db/service"));
        this.pool = new FloorPool(database);
        this.files = new FloorFiles(servers.folder().resolve(NAME));
        this.relay = new FloorRelay(database);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Life life(int applicant) {
        return new FloorLife(pool, files, sample);
    }

    @Override
    public Thread.Builder threads() {
        return Thread.ofPlatform();
    }

    @Override
    public List<Watched> processes() {
        return List.of(Watched.ourselves("program"), servers.postgres(), servers.brokerProcess());
    }

    @Override
    public double collecting() {
        return ManagementFactory.getGarbageCollectorMXBeans().stream()
                        .mapToLong(GarbageCollectorMXBean::getCollectionTime)
                        .sum()
                / 1e3;
    }

    @Override
    public Database database() {
        return database;
    }

    @Override
    public void close() throws Exception {
        relay.close();
        pool.close();
    }
}
