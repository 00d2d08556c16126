package court.deploy.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One connection of the floor with its prepared statements. */
final class FloorSession {

    private final Connection connection;
    private final Map<String, PreparedStatement> prepared = new HashMap<>();

    FloorSession(Connection connection) {
        this.connection = connection;
    }

    Connection connection() {
        return connection;
    }

    private PreparedStatement prepare(String sql, @Nullable Object... values) throws SQLException {
        PreparedStatement statement = prepared.get(sql);
        if (statement == null) {
            statement = connection.prepareStatement(sql);
            prepared.put(sql, statement);
        }
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }

    /** Writes some rows or none. */
    int run(String sql, @Nullable Object... values) throws SQLException {
        return prepare(sql, values).executeUpdate();
    }

    /** Writes one row. */
    void write(String sql, @Nullable Object... values) throws SQLException {
        if (run(sql, values) != 1) {
            throw new IllegalStateException("not one row: " + sql);
        }
    }

    /** Reads all rows and gives the last one's first column. */
    Object read(String sql, @Nullable Object... values) throws SQLException {
        Object last = "";
        try (ResultSet rows = prepare(sql, values).executeQuery()) {
            while (rows.next()) {
                last = rows.getObject(1);
            }
        }
        return last;
    }
}
