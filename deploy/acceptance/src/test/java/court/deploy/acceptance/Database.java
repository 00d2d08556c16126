package court.deploy.acceptance;

import court.deploy.local.Part;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A service's database, opened past the service: for who counts rows, and for who tampers with them. */
record Database(Part part) {

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(
                Platform.LOCAL.databaseUrl(part),
                part.name().toLowerCase(Locale.ROOT),
                Platform.LOCAL.databasePassword(part));
    }

    List<String> ask(String sql) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> first = new ArrayList<>();
            while (rows.next()) {
                first.add(rows.getString(1));
            }
            return first;
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    long count(String what) {
        return Long.parseLong(ask("select count(*) from " + what).getFirst());
    }

    int change(String sql) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            return statement.executeUpdate(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }
}
