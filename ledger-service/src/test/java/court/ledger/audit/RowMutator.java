package court.ledger.audit;

import court.ledger.audit.Mutator.Change;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Deletes, inserts, swaps and edits rows of tables that it knows only from the database's own catalogue. */
final class RowMutator {

    private static final JsonMapper JSON = new JsonMapper();

    private final Supplier<Connection> database;
    private final Map<String, List<Column>> tables = new TreeMap<>();
    private final Random chance;

    /** @param isNullable whether it may be made empty */
    private record Column(String name, String type, boolean isNullable, boolean isKey) {}

    RowMutator(Supplier<Connection> database, List<String> tables, Random chance) {
        this.database = database;
        this.chance = chance;
        tables.forEach(it -> this.tables.put(it, columns(it)));
    }

    /** What was changed; null when nothing could be. */
    Change next() throws SQLException {
        String table = pick(List.copyOf(tables.keySet()));
        List<ObjectNode> rows = rows(table);
        if (rows.isEmpty()) {
            return null;
        }
        ObjectNode row = pick(rows);
        return switch (chance.nextInt(6)) {
            case 0 -> replace("deleted", table, List.of(row), List.of());
            case 1 -> insert(table, row);
            case 2 -> swap(table, row, pick(rows));
            default -> edit(table, row);
        };
    }

    private Change edit(String table, ObjectNode row) throws SQLException {
        Column column = pick(tables.get(table));
        ObjectNode changed = row.deepCopy();
        if (!mutate(changed, column)) {
            return null;
        }
        return replace("edited " + column.name() + " of", table, List.of(row), List.of(changed));
    }

    /** A row like another, under another key. */
    private Change insert(String table, ObjectNode like) throws SQLException {
        ObjectNode fresh = like.deepCopy();
        for (Column column : tables.get(table)) {
            if (column.isKey() && !mutate(fresh, column)) {
                return null;
            }
        }
        return replace("inserted", table, List.of(), List.of(fresh));
    }

    /** Two rows that change places: each gets the other's primary key. */
    private Change swap(String table, ObjectNode one, ObjectNode other) throws SQLException {
        ObjectNode first = one.deepCopy();
        ObjectNode second = other.deepCopy();
        List<String> key = primaryKey(table);
        key.forEach(it -> {
            first.set(it, other.get(it));
            second.set(it, one.get(it));
        });
        boolean isSame = one.equals(other) || first.equals(other);
        return isSame ? null : replace("swapped", table, List.of(one, other), List.of(first, second));
    }

    private boolean mutate(ObjectNode row, Column column) {
        JsonNode old = row.get(column.name());
        if (old.isNull()) {
            return false;
        }
        if (column.isNullable() && chance.nextInt(8) == 0) {
            row.putNull(column.name());
            return true;
        }
        String text = old.asString();
        switch (column.type()) {
            case "bigint", "integer" -> row.put(column.name(), number(old.asLong()));
            case "text" -> row.put(column.name(), text.isEmpty() ? "x" : otherCharacter(text, 0, 'a', 'b'));
            case "uuid" -> row.put(column.name(), otherCharacter(text, text.length() - 12, '1', '2'));
            case "bytea" -> {
                if (text.length() <= 2) {
                    return false;
                }
                row.put(column.name(), otherCharacter(text, 2, '3', '4'));
            }
            case "timestamp with time zone" ->
                row.put(
                        column.name(),
                        OffsetDateTime.parse(text)
                                .plus(1 + chance.nextInt(1_000_000), ChronoUnit.MICROS)
                                .toString());
            default -> {
                return false;
            }
        }
        return true;
    }

    private long number(long old) {
        return chance.nextBoolean() ? old + 1 : old - 1 - chance.nextInt(3);
    }

    private String otherCharacter(String text, int from, char one, char other) {
        int at = from + chance.nextInt(text.length() - from);
        return text.substring(0, at) + (text.charAt(at) == one ? other : one) + text.substring(at + 1);
    }

    private Change replace(String how, String table, List<ObjectNode> before, List<ObjectNode> after)
            throws SQLException {
        try {
            exchange(table, before, after);
        } catch (SQLException notPossible) {
            return null; // a constraint stands in the way of this one
        }
        return new Change(
                how, table, List.copyOf(before), List.copyOf(after), List.of(), () -> exchange(table, after, before));
    }

    /** Some rows for others, in one transaction. */
    private void exchange(String table, List<ObjectNode> out, List<ObjectNode> in) throws SQLException {
        try (Connection connection = session()) {
            connection.setAutoCommit(false);
            for (ObjectNode row : out) {
                delete(connection, table, row);
            }
            for (ObjectNode row : in) {
                insertInto(connection, table, row);
            }
            connection.commit();
        }
    }

    private void delete(Connection connection, String table, ObjectNode row) throws SQLException {
        String condition = String.join(
                " and ",
                primaryKey(table).stream()
                        .map(it -> table + "." + it + " = old." + it)
                        .toList());
        run(
                connection,
                "delete from %1$s using jsonb_populate_record(null::%1$s, ?::jsonb) as old where %2$s"
                        .formatted(table, condition),
                row);
    }

    private void insertInto(Connection connection, String table, ObjectNode row) throws SQLException {
        run(
                connection,
                "insert into %1$s select * from jsonb_populate_record(null::%1$s, ?::jsonb)".formatted(table),
                row);
    }

    private static void run(Connection connection, String sql, ObjectNode row) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            statement.setString(1, row.toString());
            if (statement.executeUpdate() != 1) {
                throw new SQLException("not one row: " + sql);
            }
        }
    }

    private List<ObjectNode> rows(String table) throws SQLException {
        List<ObjectNode> rows = new ArrayList<>();
        try (Connection connection = session();
                ResultSet all = connection
                        .createStatement()
                        .executeQuery("select to_jsonb(t)::text from %s as t order by md5(t::text || %d) limit 2"
                                .formatted(table, chance.nextLong(1 << 30)))) {
            while (all.next()) {
                rows.add((ObjectNode) JSON.readTree(all.getString(1)));
            }
        }
        return rows;
    }

    private List<Column> columns(String table) {
        List<Column> columns = new ArrayList<>();
        List<String> key = keys(table);
        try (Connection connection = session();
                ResultSet all = connection
                        .createStatement()
                        .executeQuery("select column_name, data_type, is_nullable from information_schema.columns"
                                + " where table_schema = 'public' and table_name = '" + table + "'")) {
            while (all.next()) {
                columns.add(new Column(
                        all.getString(1),
                        all.getString(2),
                        all.getString(3).equals("YES"),
                        key.contains(all.getString(1))));
            }
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
        return columns;
    }

    private List<String> primaryKey(String table) {
        return indexed(table, "indisprimary");
    }

    private List<String> keys(String table) {
        return indexed(table, "indisunique");
    }

    private List<String> indexed(String table, String kind) {
        List<String> columns = new ArrayList<>();
        try (Connection connection = session();
                ResultSet all = connection.createStatement().executeQuery("""
                        select distinct attname from pg_index join pg_attribute
                            on attrelid = indrelid and attnum = any(indkey)
                        where indrelid = '%s'::regclass and %s""".formatted(table, kind))) {
            while (all.next()) {
                columns.add(all.getString(1));
            }
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
        return columns;
    }

    /** Foreign keys are silent in it. */
    private Connection session() throws SQLException {
        Connection connection = database.get();
        connection.createStatement().execute("set session_replication_role = replica");
        return connection;
    }

    private <T> T pick(List<T> all) {
        return all.get(chance.nextInt(all.size()));
    }
}
