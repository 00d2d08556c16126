package court.deploy.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/** As many connections as the service has, taken for one transaction each. */
final class FloorPool implements AutoCloseable {

    /** As spring.r2dbc.pool.max-size in the platform's settings. */
    static final int CONNECTIONS = 10;

    private final List<FloorStatements> all = new ArrayList<>();
    private final BlockingQueue<FloorStatements> free = new ArrayBlockingQueue<>(CONNECTIONS);

    FloorPool(Database database) throws SQLException {
        for (int i = 0; i < CONNECTIONS; i++) {
            all.add(new FloorStatements(new FloorSession(database.connect())));
        }
        free.addAll(all);
    }

    /** What is done with a connection. */
    interface Work<T> {
        T with(FloorStatements statements) throws SQLException;
    }

    <T> T inTransaction(Work<T> work) throws Exception {
        return with(false, work);
    }

    /** One statement outside of any transaction. */
    <T> T alone(Work<T> work) throws Exception {
        return with(true, work);
    }

    private <T> T with(boolean alone, Work<T> work) throws Exception {
        FloorStatements statements = free.take();
        try {
            Connection connection = statements.session().connection();
            connection.setAutoCommit(alone);
            T result = work.with(statements);
            if (!alone) {
                connection.commit();
            }
            return result;
        } finally {
            free.add(statements);
        }
    }

    @Override
    public void close() throws SQLException {
        for (FloorStatements statements : all) {
            statements.session().connection().close();
        }
    }
}
