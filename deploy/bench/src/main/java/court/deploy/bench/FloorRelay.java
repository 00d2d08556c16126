package court.deploy.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Reads and marks the outbox as the service's relay does; there is no broker between, so the floor is lower than it could be. */
final class FloorRelay implements Runnable, AutoCloseable {

    private static final int BATCH = 200;
    private static final int POLL_MILLIS = 20;

    private final Database database;
    private final Thread thread;

    FloorRelay(Database database) {
        this.database = database;
        this.thread = Thread.ofPlatform().name("floor-relay").start(this);
    }

    @Override
    public void run() {
        try (Connection connection = database.connect();
                PreparedStatement oldest = connection.prepareStatement(
                        "select id, case_id::text, body, headers from outbox where sent_at is null order by id limit "
                                + BATCH);
                PreparedStatement mark =
                        connection.prepareStatement("update outbox set sent_at = now() where id = any(?)")) {
            while (true) {
                List<Long> ids = ids(oldest);
                if (!ids.isEmpty()) {
                    mark.setArray(1, connection.createArrayOf("bigint", ids.toArray()));
                    mark.executeUpdate();
                }
                Thread.sleep(ids.size() == BATCH ? 0 : POLL_MILLIS);
            }
        } catch (SQLException failed) {
            throw new IllegalStateException("the floor's relay failed", failed);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private static List<Long> ids(PreparedStatement oldest) throws SQLException {
        List<Long> ids = new ArrayList<>();
        try (ResultSet rows = oldest.executeQuery()) {
            while (rows.next()) {
                ids.add(rows.getLong(1));
            }
        }
        return ids;
    }

    @Override
    public void close() throws InterruptedException {
        thread.interrupt();
        thread.join();
    }
}
