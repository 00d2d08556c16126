package court.deploy.bench;

import court.deploy.bench.SampleLife.Told;
import court.deploy.bench.SampleLife.Written;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The SQL that the service sends for a filing, word for word, over plain JDBC; {@code measure filing --statements} shows
 * that it is the same.
 */
final class FloorStatements {

    private static final String COURT = Papers.COURT;
    private static final String CHANNEL = "WEB";

    private final FloorSession session;

    FloorStatements(FloorSession session) {
        this.session = session;
    }

    FloorSession session() {
        return session;
    }

    void claim(String actor, String key, String request) throws SQLException {
        session.write(
                "insert into command_key (actor, key, request, body_sha256) values (?, ?, ?, ?) on conflict do nothing",
                actor,
                key,
                request,
                "0".repeat(64));
    }

    void answer(String actor, String key, Written step, long version) throws SQLException {
        session.write(
                "update command_key set status = ?, answer = ?, version = ? where actor = ? and key = ?",
                200,
                step.answer(),
                version,
                actor,
                key);
    }

    void insertFiling(UUID id, String owner, Written step) throws SQLException {
        session.write(
                "insert into filing (id, version, state, owner, court, channel, body, updated_at) values (?, ?, ?, ?, ?, ?, ?, ?)",
                id,
                1L,
                step.state(),
                owner,
                "",
                CHANNEL,
                step.body(),
                now());
    }

    void updateDraft(UUID id, String owner, Written step, long version) throws SQLException {
        session.write(
                "update filing set version = ?, state = ?, owner = ?, court = ?, channel = ?, body = ?, updated_at = ? where id = ?",
                version,
                step.state(),
                owner,
                "",
                CHANNEL,
                step.body(),
                now(),
                id);
    }

    void updateHandedIn(UUID id, String owner, Written step, long version) throws SQLException {
        List<@Nullable Object> values = new ArrayList<>();
        values.addAll(List.of(version, step.state(), owner, COURT, CHANNEL, step.body(), now()));
        values.addAll(step.searched());
        values.add(id);
        session.write("""
                update filing set version = ?, state = ?, owner = ?, court = ?, channel = ?, body = ?, updated_at = ?,
                    next_date = ?, reviewer = ?, claim_kind = ?, basis_kind = ?, basis_key = ?, case_number = ?,
                    submitted_at = coalesce(?, submitted_at)
                where id = ?""", values.toArray());
    }

    void people(UUID id, SampleLife sample) throws SQLException {
        session.run("delete from filing_person where filing_id = ?", id);
        session.run(
                """
                insert into filing_person (filing_id, side, person_key)
                select ?, side, person_key from unnest(?::text[], ?::text[]) as it (side, person_key)
                on conflict do nothing""",
                id,
                sample.sides().toArray(new String[0]),
                sample.personKeys().toArray(new String[0]));
    }

    Object find(UUID id) throws SQLException {
        return session.read("select id, version, body from filing where id = ?", id);
    }

    void lock(UUID id) throws SQLException {
        session.read("select id, version, body from filing where id = ? for update", id);
    }

    long reserve(UUID id, long count) throws SQLException {
        return (Long) session.read("""
                insert into fact_sequence (case_id, last) values (?, ?)
                on conflict (case_id) do update set last = fact_sequence.last + ? returning last""", id, count, count);
    }

    void tell(UUID factId, UUID id, long sequence, Told fact) throws SQLException {
        session.write(
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
        session.read("""
                insert into case_number (court, year, type, last) values (?, ?, ?, 1)
                on conflict (court, year, type) do update set last = case_number.last + 1 returning last""", COURT, year, "ENFORCEMENT");
    }

    void assign(UUID id, String judge) throws SQLException {
        session.read("select judge_id, count(*) as cases from assignment where court = ? group by judge_id", COURT);
        session.write("insert into assignment (case_id, court, judge_id) values (?, ?, ?)", id, COURT, judge);
    }

    private static OffsetDateTime now() {
        return OffsetDateTime.now(ZoneOffset.UTC);
    }
}
