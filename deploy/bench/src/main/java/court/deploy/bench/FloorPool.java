package court.deploy.bench;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/** As many connections as the service has, taken for one transaction each. */
final class FloorPool implements AutoCloseable {

    /** As spring.r2dbc.pool.max-size in the platform's settings. */
    static final int CONNECTIONS = 10;

    private final List<FloorSession> all = new ArrayList<>();
    private final BlockingQueue<FloorSession> free = new ArrayBlockingQueue<>(CONNECTIONS);

    FloorPool(Database database) throws SQLException {
        for (int i = 0; i < CONNECTIONS; i++) {
            all.add(new FloorSession(database.connect()));
        }
        free.addAll(all);
    }

    /** What is done with a connection. */
    interface Work {
        void with(FloorSession session) throws SQLException;
    }

    void use(Work work) throws SQLException, InterruptedException {
        FloorSession session = free.take();
        try {
            work.with(session);
        } finally {
            free.add(session);
        }
    }

    @Override
    public void close() throws SQLException {
        for (FloorSession session : all) {
            session.close();
        }
    }
}
