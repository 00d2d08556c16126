package court.platform.outbox;

import court.platform.support.RealPostgres;
import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.pool.ConnectionPoolConfiguration;
import io.r2dbc.postgresql.PostgresqlConnectionConfiguration;
import io.r2dbc.postgresql.PostgresqlConnectionFactory;
import io.r2dbc.spi.ConnectionFactory;
import java.time.Duration;
import org.flywaydb.core.Flyway;
import org.springframework.r2dbc.connection.R2dbcTransactionManager;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;

/** A fresh database with the platform's tables and a small pool. */
public final class PlatformDatabase {

    public final RealPostgres.Database database = RealPostgres.fresh();
    public final ConnectionFactory single;
    public final ConnectionPool pool;
    public final DatabaseClient client;
    public final TransactionalOperator transaction;

    public PlatformDatabase(int connections) {
        this(connections, "classpath:db/platform");
    }

    /** With the tables of the service whose tests these are besides. */
    public static PlatformDatabase ofService(int connections) {
        return new PlatformDatabase(connections, "classpath:db/platform", "classpath:db/service");
    }

    private PlatformDatabase(int connections, String... tables) {
        Flyway.configure()
                .dataSource(database.jdbcUrl(), "postgres", "postgres")
                .locations(tables)
                .load()
                .migrate();
        single = new PostgresqlConnectionFactory(PostgresqlConnectionConfiguration.builder()
                .host("127.0.0.1")
                .port(database.port())
                .username("postgres")
                .password("postgres")
                .database(database.name())
                .build());
        pool = new ConnectionPool(ConnectionPoolConfiguration.builder(single)
                .initialSize(connections)
                .maxSize(connections)
                .maxAcquireTime(Duration.ofSeconds(10))
                .build());
        client = DatabaseClient.create(pool);
        transaction = TransactionalOperator.create(new R2dbcTransactionManager(pool));
    }

    public WriteUnit unit() {
        return new WriteUnit(transaction, () -> {});
    }

    public void execute(String sql) {
        client.sql(sql).then().block();
    }

    public long count(String table) {
        Long count = client.sql("select count(*) from " + table)
                .mapValue(Long.class)
                .one()
                .block();
        return count == null ? -1 : count;
    }
}
