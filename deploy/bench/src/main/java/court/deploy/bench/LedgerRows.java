package court.deploy.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * The rows of the ledger's tables as the service wrote them, in the batches in which it wrote them.
 *
 * @param batches by the size of the tree that each led to
 */
record LedgerRows(NavigableMap<Long, Map<Table, List<Object[]>>> batches) {

    /** Tables in the order in which they are written. */
    enum Table {
        LEAF("index", "leaf", "index, id, sha256, sm3"),
        NODE("((index + 1) << level) - 1", "node", "level, index, hash"),
        RECEIVED(
                "leaf",
                "received",
                "fact_id, case_id, source, sequence, kind, type, audience, headers, body, sha256, sm3, flaws, told_at,"
                        + " received_at, leaf"),
        FILE("leaf", "file", "case_id, sha256, sm3, file_id, size, received_at, leaf"),
        MENTION(
                "(select leaf from received where received.fact_id = mention.fact_id)",
                "mention",
                "fact_id, case_id, sha256"),
        CHECKPOINT("size - 1", "checkpoint", "size, note, signed_at");

        private final String place;
        private final String table;
        private final String columns;

        Table(String place, String table, String columns) {
            this.place = place;
            this.table = table;
            this.columns = columns;
        }

        private String select() {
            return "select * from (select %s as place, %s from %s) as placed where place >= ? and place < ? order by place"
                    .formatted(place, columns, table);
        }

        String insert() {
            return "insert into %s (%s) values (%s)".formatted(table, columns, columns.replaceAll("\\w+", "?"));
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
        try (PreparedStatement statement = connection.prepareStatement(table.select())) {
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
