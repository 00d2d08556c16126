package court.filing.assignment;

import static court.filing.assignment.FilingCourt.rows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import court.filing.assignment.Person.Answer;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** In which order an acceptance takes what others wait for. */
class AcceptanceOrderIT {

    private static final String COURT = "沪0115";
    private static final FilingCourt SERVICE = FilingCourt.running();

    @Test
    @DisplayName("RF4: an acceptance that waits for anything else does not hold the court's number meanwhile")
    void theNumberIsTakenLast() throws SQLException {
        SERVICE.accepted(COURT);
        Answer submitted = SERVICE.submitted(COURT);

        try (Connection other = FilingCourt.DATABASE.connect();
                Connection third = FilingCourt.DATABASE.connect()) {
            other.setAutoCommit(false);
            other.createStatement().execute("select open from judge_load where court = '沪0115' for update");
            CompletableFuture<Answer> accepting = CompletableFuture.supplyAsync(() -> SERVICE.accept(submitted, COURT));
            await().atMost(Duration.ofSeconds(10))
                    .until(() -> !rows("select pid from pg_stat_activity where wait_event_type = 'Lock' and datname = '"
                                    + FilingCourt.DATABASE.name() + "'")
                            .isEmpty());

            third.createStatement().execute("select last from case_number where court = '沪0115' for update nowait");
            other.rollback();

            assertThat(accepting.join().text("caseNumber")).matches(".*沪0115执[2-9]\\d*号");
        }
    }
}
