package court.deploy.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * The rows of the ledger's tables as the service wrote them, in the batches in which it wrote them.
 *
 * @param batches by the size of the tree that each led to
 */
record LedgerRows(NavigableMap<Long, Map<Table, List<Object[]>>> batches) {

    /** Tables in the order in which they are written, and which leaf a row of each belongs to. */
    enum Table {
        LEAF("index"),
        NODE("((index + 1) << level) - 1"),
        RECEIVED("leaf"),
        FILE("leaf"),
        MENTION("(select leaf from received where received.fact_id = mention.fact_id)"),
        CHECKPOINT("size - 1");

        private final String place;

        Table(String place) {
            this.place = place;
        }

        private String label() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Whatever columns it has by now, but those that number themselves. */
        private String columns(Connection connection) throws SQLException {
            try (PreparedStatement columns = connection.prepareStatement("""
                    select string_agg(column_name, ', ' order by ordinal_position) from information_schema.columns
                    where table_name = ? and table_schema = 'public' and is_identity = 'NO'""")) {
                columns.setString(1, label());
                ResultSet row = columns.executeQuery();
                row.next();
                return row.getString(1);
            }
        }

        private String select(Connection connection) throws SQLException {
            return "select * from (select %s as place, %s from %s) as placed where place >= ? and place < ? order by place"
                    .formatted(place, columns(connection), label());
        }

        String insert(Connection connection) throws SQLException {
            String columns = columns(connection);
            return "insert into %s (%s) values (%s)".formatted(label(), columns, columns.replaceAll("\\w+", "?"));
        }
    }

    /** Reads what was entered between two sizes that were signed. */
    static LedgerRows between(Database database, long from, long to) throws SQLException {
        LedgerRows rows = new LedgerRows(new TreeMap<>());
        try (Connection connection = database.connect()) {
            for (Object[] checkpoint : read(connection, Table.CHECKPOINT, from, to)) {
                rows.batches.put((Long) checkpoint[0] + 1, new HashMap<>());
            }
            for (Table table : Table.values()) {
                for (Object[] row : read(connection, table, from, to)) {
                    rows.batches
                            .ceilingEntry((Long) row[0] + 1)
                            .getValue()
                            .computeIfAbsent(table, none -> new ArrayList<>())
                            .add(row);
                }
            }
        }
        return rows;
    }

    private static List<Object[]> read(Connection connection, Table table, long from, long to) throws SQLException {
        List<Object[]> all = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(table.select(connection))) {
            statement.setLong(1, from);
            statement.setLong(2, to);
            ResultSet rows = statement.executeQuery();
            int columns = rows.getMetaData().getColumnCount();
            while (rows.next()) {
                Object[] row = new Object[columns];
                for (int i = 0; i < columns; i++) {
                    row[i] = rows.getObject(i + 1);
                }
                all.add(row);
            }
        }
        return all;
    }
}
