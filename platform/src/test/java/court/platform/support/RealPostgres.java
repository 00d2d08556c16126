package court.platform.support;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
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

        /** What a query finds, each row as its columns joined by blanks. */
        public List<String> rows(String sql) {
            try (Connection connection = connect()) {
                return rows(connection, sql);
            } catch (SQLException failed) {
                throw new IllegalStateException(failed);
            }
        }

        /** The same within a session of the caller's. */
        public static List<String> rows(Connection connection, String sql) throws SQLException {
            try (var statement = connection.createStatement();
                    var found = statement.executeQuery(sql)) {
                List<String> rows = new ArrayList<>();
                while (found.next()) {
                    List<String> columns = new ArrayList<>();
                    for (int i = 1; i <= found.getMetaData().getColumnCount(); i++) {
                        columns.add(found.getString(i));
                    }
                    rows.add(String.join(" ", columns));
                }
                return rows;
            }
        }

        /** Every row of every table as text. */
        public List<String> everything() {
            return rows("select table_name from information_schema.tables where table_schema = 'public'").stream()
                    .flatMap(table -> rows("select t::text from \"" + table + "\" t").stream())
                    .toList();
        }

        public void execute(String sql) {
            try (Connection connection = connect();
                    var statement = connection.createStatement()) {
                statement.execute(sql);
            } catch (SQLException failed) {
                throw new IllegalStateException(failed);
            }
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
