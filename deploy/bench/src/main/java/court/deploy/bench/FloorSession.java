package court.deploy.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** One connection of the floor, which asks recorded statements again with this filing's ids. */
final class FloorSession {

    private final Connection connection;
    private final Map<String, PreparedStatement> prepared = new HashMap<>();

    FloorSession(Connection connection) {
        this.connection = connection;
    }

    void inTransaction(List<Asked> statements, UnaryOperator<String> ids) throws SQLException {
        connection.setAutoCommit(false);
        ask(statements, ids);
        connection.commit();
    }

    void alone(List<Asked> statements, UnaryOperator<String> ids) throws SQLException {
        connection.setAutoCommit(true);
        ask(statements, ids);
    }

    private void ask(List<Asked> statements, UnaryOperator<String> ids) throws SQLException {
        for (Asked it : statements) {
            PreparedStatement statement = prepare(it.sql());
            for (int i = 0; i < it.values().size(); i++) {
                @Nullable String value = it.values().get(i);
                statement.setString(i + 1, value == null ? null : ids.apply(value));
            }
            if (statement.execute()) {
                readAll(statement);
            }
        }
    }

    private PreparedStatement prepare(String sql) throws SQLException {
        PreparedStatement statement = prepared.get(sql);
        if (statement == null) {
            statement = connection.prepareStatement(sql);
            prepared.put(sql, statement);
        }
        return statement;
    }

    private static void readAll(PreparedStatement statement) throws SQLException {
        try (ResultSet rows = statement.getResultSet()) {
            int columns = rows.getMetaData().getColumnCount();
            while (rows.next()) {
                for (int i = 1; i <= columns; i++) {
                    rows.getObject(i);
                }
            }
        }
    }

    void close() throws SQLException {
        connection.close();
    }
}
