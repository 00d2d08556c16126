package court.deploy.local;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;

/** One database and one role per service; no role can enter another's database. */
final class Databases {

    static final String SUPERUSER = "postgres";

    private static final String CONNECT_SECONDS = "2";
    private static final String ANSWER_SECONDS = "20";

    private final Place place;

    Databases(Place place) {
        this.place = place;
    }

    String url(String database) {
        return "postgresql://127.0.0.1:%d/%s".formatted(place.ports().of(Part.POSTGRES), database);
    }

    /** Makes what is missing; false while the server does not take connections yet. */
    boolean prepare() {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            mustBeDurable(statement);
            for (Part part : Part.WITH_DATABASE) {
                create(statement, part.label());
            }
            return true;
        } catch (SQLException notYet) {
            if (isStarting(notYet)) {
                return false;
            }
            throw new Failure("PostgreSQL cannot be prepared: " + notYet.getMessage(), notYet);
        }
    }

    private Connection connect() throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", SUPERUSER);
        properties.setProperty("password", place.secrets().database(SUPERUSER));
        properties.setProperty("connectTimeout", CONNECT_SECONDS);
        properties.setProperty("socketTimeout", ANSWER_SECONDS);
        return DriverManager.getConnection("jdbc:" + url(SUPERUSER), properties);
    }

    private static void mustBeDurable(Statement statement) throws SQLException {
        for (String setting : PostgresProgram.DURABLE) {
            String value = ask(statement, "show " + setting);
            if (!"on".equals(value)) {
                throw new Failure("PostgreSQL runs with " + setting + "=" + value + "; it must be on.");
            }
        }
    }

    private void create(Statement statement, String name) throws SQLException {
        if (ask(statement, "select 1 from pg_roles where rolname = '" + name + "'")
                .isEmpty()) {
            statement.execute("create role " + name + " login");
        }
        statement.execute(
                "alter role %s password '%s'".formatted(name, place.secrets().database(name)));
        if (ask(statement, "select 1 from pg_database where datname = '" + name + "'")
                .isEmpty()) {
            statement.execute("create database %s owner %s".formatted(name, name));
        }
        statement.execute("revoke connect on database " + name + " from public");
    }

    private static String ask(Statement statement, String question) throws SQLException {
        try (ResultSet answer = statement.executeQuery(question)) {
            return answer.next() ? answer.getString(1) : "";
        }
    }

    // class 08: no connection; 57P03: the database system is starting up
    private static boolean isStarting(SQLException e) {
        String state = e.getSQLState();
        return state != null && (state.startsWith("08") || state.equals("57P03"));
    }
}
