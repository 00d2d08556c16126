package court.deploy.bench;

import court.deploy.bench.ServiceLife.Held;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the service wrote for one filing, step by step: the floor writes the same texts, so the same sizes.
 *
 * @param steps in their order: draft, each material, submission, acceptance
 * @param facts all told, in their order
 * @param sides of the people in it
 * @param personKeys of the same people in the same order
 */
record SampleLife(List<Written> steps, List<Told> facts, List<String> sides, List<String> personKeys) {

    private static final String SEARCHED =
            "next_date, reviewer, claim_kind, basis_kind, basis_key, case_number, submitted_at";

    /**
     * The filing's row and the command's answer after one step.
     *
     * @param searched the columns that are searched by, from the submission on
     */
    record Written(String state, String body, String answer, List<@Nullable Object> searched) {}

    /** One row of the outbox. */
    record Told(String kind, String type, String body, String headers) {}

    /** Plays one filing with nobody else about, and reads after each step what was written. */
    static SampleLife of(ServiceLife life, Database database) throws Exception {
        try (Connection connection = database.connect()) {
            List<Written> steps = new ArrayList<>();
            Held held = life.open();
            steps.add(written(connection, held));
            for (String kind : Papers.MATERIALS) {
                held = life.attach(held, ServiceLife.upload(kind, Papers.material()));
                steps.add(written(connection, held));
            }
            held = life.submit(held);
            steps.add(written(connection, held));
            held = life.accept(held);
            steps.add(written(connection, held));
            return new SampleLife(
                    steps,
                    told(connection, held),
                    people(connection, "side", held),
                    people(connection, "person_key", held));
        }
    }

    private static Written written(Connection connection, Held held) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("""
                select state, body, (select answer from command_key order by at desc limit 1),
                """ + SEARCHED + " from filing where id = ?")) {
            select.setObject(1, UUID.fromString(held.id()));
            try (ResultSet row = select.executeQuery()) {
                row.next();
                List<@Nullable Object> searched = new ArrayList<>();
                for (int i = 4; i <= row.getMetaData().getColumnCount(); i++) {
                    searched.add(row.getObject(i));
                }
                return new Written(row.getString(1), row.getString(2), row.getString(3), searched);
            }
        }
    }

    private static List<Told> told(Connection connection, Held held) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "select kind, type, body, headers from outbox where case_id = ? order by sequence")) {
            select.setObject(1, UUID.fromString(held.id()));
            List<Told> facts = new ArrayList<>();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    facts.add(new Told(rows.getString(1), rows.getString(2), rows.getString(3), rows.getString(4)));
                }
            }
            return facts;
        }
    }

    private static List<String> people(Connection connection, String column, Held held) throws SQLException {
        List<String> values = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(
                "select " + column + " from filing_person where filing_id = ? order by side")) {
            select.setObject(1, UUID.fromString(held.id()));
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    values.add(rows.getString(1));
                }
            }
        }
        return values;
    }
}
