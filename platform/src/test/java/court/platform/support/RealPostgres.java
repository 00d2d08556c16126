package court.platform.support;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** One PostgreSQL server per test run, as durable as in production, with a fresh database for whoever asks. */
public final class RealPostgres {

    private static final AtomicInteger COUNT = new AtomicInteger();

    private RealPostgres() {}

    private static final class Server {
        static final EmbeddedPostgres RUNNING = start();

        private static EmbeddedPostgres start() {
            try {
                // beside all modules: unpacked by the first, used by the others
                Path work = Path.of("..", "target", "postgres").toAbsolutePath().normalize();
                return EmbeddedPostgres.builder()
                        .setOverrideWorkingDirectory(work.toFile())
                        .setServerConfig("fsync", "on")
                        .setServerConfig("synchronous_commit", "on")
                        .setServerConfig("full_page_writes", "on")
                        .setServerConfig("max_connections", "200")
                        .setServerConfig("unix_socket_directories", "")
                        .start();
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
    }

    /** A database of its own on the shared server. */
    public record Database(String name, int port) {

        public String r2dbcUrl() {
            return "r2dbc:postgresql://127.0.0.1:" + port + "/" + name;
        }

        public String jdbcUrl() {
            return "jdbc:postgresql://127.0.0.1:" + port + "/" + name;
        }

        public Connection connect() throws SQLException {
            return DriverManager.getConnection(jdbcUrl(), "postgres", "postgres");
        }

        /** What a service needs to be told to use it. */
        public Map<String, Object> properties() {
            Map<String, Object> properties = new LinkedHashMap<>();
            properties.put("spring.r2dbc.url", r2dbcUrl());
            properties.put("spring.r2dbc.username", "postgres");
            properties.put("spring.r2dbc.password", "postgres");
            properties.put("spring.flyway.url", jdbcUrl());
            properties.put("spring.flyway.user", "postgres");
            properties.put("spring.flyway.password", "postgres");
            return properties;
        }
    }

    public static Database fresh() {
        String name = "test" + COUNT.incrementAndGet();
        try (Connection connection = Server.RUNNING.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create database " + name);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
        return new Database(name, Server.RUNNING.getPort());
    }
}
