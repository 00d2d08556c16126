package court.deploy.bench;

import court.deploy.bench.SampleLife.Told;
import court.deploy.bench.SampleLife.Written;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/**
 * The SQL that the service sends for a filing, word for word, over plain JDBC; {@code measure filing --statements} shows
 * that it is the same.
 */
final class FloorStatements {

    private static final String COURT = Papers.COURT;

    private final Connection connection;
    private final Map<String, PreparedStatement> prepared = new HashMap<>();

    FloorStatements(Connection connection) {
        this.connection = connection;
    }

    Connection connection() {
        return connection;
    }

    private PreparedStatement prepare(String sql, Object... values) throws SQLException {
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

    private void write(String sql, Object... values) throws SQLException {
        if (prepare(sql, values).executeUpdate() != 1) {
            throw new IllegalStateException("not one row: " + sql);
        }
    }

    /** Reads all rows and gives the last one's first column. */
    private Object read(String sql, Object... values) throws SQLException {
        Object last = "";
        try (ResultSet rows = prepare(sql, values).executeQuery()) {
            while (rows.next()) {
                last = rows.getObject(1);
            }
        }
        return last;
    }

    void claim(String actor, String key, String request) throws SQLException {
        write(
                "insert into command_key (actor, key, request, body_sha256) values (?, ?, ?, ?) on conflict do nothing",
                actor,
                key,
                request,
                "0".repeat(64));
    }

    void answer(String actor, String key, Written step, long version) throws SQLException {
        write(
                "update command_key set status = ?, answer = ?, version = ? where actor = ? and key = ?",
                200,
                step.answer(),
                version,
                actor,
                key);
    }

    void insertFiling(UUID id, String owner, Written step) throws SQLException {
        write(
                "insert into filing (id, version, state, owner, court, body, updated_at) values (?, ?, ?, ?, ?, ?, ?)",
                id,
                1L,
                step.state(),
                owner,
                "",
                step.body(),
                now());
    }

    void updateFiling(UUID id, String owner, Written step, long version) throws SQLException {
        write(
                "update filing set version = ?, state = ?, owner = ?, court = ?, body = ?, updated_at = ? where id = ?",
                version,
                step.state(),
                owner,
                step.state().equals("DRAFT") ? "" : COURT,
                step.body(),
                now(),
                id);
    }

    Object find(UUID id) throws SQLException {
        return read("select id, version, body from filing where id = ?", id);
    }

    void lock(UUID id) throws SQLException {
        read("select id, version, body from filing where id = ? for update", id);
    }

    long reserve(UUID id, long count) throws SQLException {
        return (Long) read("""
                insert into fact_sequence (case_id, last) values (?, ?)
                on conflict (case_id) do update set last = fact_sequence.last + ? returning last""", id, count, count);
    }

    void tell(UUID factId, UUID id, long sequence, Told fact) throws SQLException {
        write(
                "insert into outbox (fact_id, case_id, sequence, kind, type, body, headers) values (?, ?, ?, ?, ?, ?, ?)",
                factId,
                id,
                sequence,
                fact.kind(),
                fact.type(),
                fact.body(),
                fact.headers());
    }

    void number(int year) throws SQLException {
        read("""
                insert into case_number (court, year, type, last) values (?, ?, ?, 1)
                on conflict (court, year, type) do update set last = case_number.last + 1 returning last""", COURT, year, "ENFORCEMENT");
    }

    void assign(UUID id, String judge) throws SQLException {
        read("select judge_id, count(*) as cases from assignment where court = ? group by judge_id", COURT);
        write("insert into assignment (case_id, court, judge_id) values (?, ?, ?)", id, COURT, judge);
    }

    private static OffsetDateTime now() {
        return OffsetDateTime.now(ZoneOffset.UTC);
    }
}
