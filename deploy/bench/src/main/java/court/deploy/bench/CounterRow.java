package court.deploy.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;

/**
 * Looks every few milliseconds at who has, and who waits for, the row from which a court's case numbers come. From the
 * first statement on that row until the end of its transaction a session holds the table's lock; so one of those sessions
 * has the row and the others stand behind it.
 */
final class CounterRow implements Runnable {

    private static final Duration PACE = Duration.ofMillis(20);

    private static final String LOOK = """
            select count(*) from pg_locks l
            where l.relation = 'case_number'::regclass and l.mode = 'RowExclusiveLock' and l.granted""";

    private final Database database;
    private volatile boolean looking = true;
    private long looks;
    private long taken;
    private long waiting;

    CounterRow(Database database) {
        this.database = database;
    }

    /**
     * What was seen.
     *
     * @param taken share of the time in which somebody had the row; at 1 it is the bottleneck
     * @param waiting how many waited for it, on average
     */
    record Seen(double taken, double waiting) {}

    @Override
    public void run() {
        try (Connection connection = database.connect();
                PreparedStatement look = connection.prepareStatement(LOOK)) {
            while (looking) {
                note(look);
                Thread.sleep(PACE);
            }
        } catch (SQLException failed) {
            throw new IllegalStateException("cannot look at the counter row", failed);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private void note(PreparedStatement look) throws SQLException {
        try (ResultSet row = look.executeQuery()) {
            row.next();
            long sessions = row.getLong(1);
            looks++;
            taken += sessions > 0 ? 1 : 0;
            waiting += Math.max(0, sessions - 1);
        }
    }

    /** Ends the looking of this thread and tells. */
    Seen seen(Thread looker) throws InterruptedException {
        looking = false;
        looker.join();
        return new Seen((double) taken / Math.max(1, looks), (double) waiting / Math.max(1, looks));
    }
}
