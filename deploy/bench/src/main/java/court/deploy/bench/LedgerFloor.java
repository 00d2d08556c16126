package court.deploy.bench;

import court.deploy.bench.LedgerRows.Table;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * A bare program that inserts the very rows the service wrote, in the same batches and transactions, by plain JDBC with the
 * driver's own batches, into tables like the service's. It digests nothing, signs nothing and lays out no tiles.
 */
final class LedgerFloor implements AutoCloseable {

    private final Connection connection;
    private final Map<Table, PreparedStatement> inserts = new EnumMap<>(Table.class);
    private final PreparedStatement grow;

    LedgerFloor(Path home, Database service) throws Exception {
        Database floor = Schema.beside(
                service,
                "floor",
                home.resolve("platform/src/main/resources/db/platform"),
                home.resolve("ledger-service/src/main/resources/db/service"));
        connection = DriverManager.getConnection(
                floor.url() + "?reWriteBatchedInserts=true", floor.user(), floor.password());
        connection.setAutoCommit(false);
        for (Table table : Table.values()) {
            inserts.put(table, connection.prepareStatement(table.insert(connection)));
        }
        grow = connection.prepareStatement("update tree set size = ?");
    }

    /** Inserts all batches, one transaction each. */
    void insert(LedgerRows rows) throws SQLException {
        for (Map.Entry<Long, Map<Table, List<Object[]>>> batch : rows.batches().entrySet()) {
            try (Statement lock = connection.createStatement()) {
                lock.executeQuery("select size from tree for update").close();
            }
            for (Table table : Table.values()) {
                insert(table, batch.getValue().getOrDefault(table, List.of()));
            }
            grow.setLong(1, batch.getKey());
            grow.executeUpdate();
            connection.commit();
        }
    }

    private void insert(Table table, List<Object[]> rows) throws SQLException {
        PreparedStatement insert = inserts.get(table);
        if (insert == null || rows.isEmpty()) {
            return;
        }
        for (Object[] row : rows) {
            for (int i = 1; i < row.length; i++) { // the first says where the row belongs
                insert.setObject(i, row[i]);
            }
            insert.addBatch();
        }
        insert.executeBatch();
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
