package court.filing.assignment;

import static court.filing.assignment.FilingCourt.rows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import court.filing.assignment.Person.Answer;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** In which order what others wait for is taken. */
class LockOrderIT {

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
            waiting(1);

            third.createStatement().execute("select last from case_number where court = '沪0115' for update nowait");
            other.rollback();

            assertThat(accepting.join().text("caseNumber")).matches(".*沪0115执[2-9]\\d*号");
        }
    }

    @Test
    void aCourtThatIsBusyHoldsNoOtherUp() throws Exception {
        SERVICE.accepted(COURT);
        Answer submitted = SERVICE.submitted(COURT);

        try (Connection other = FilingCourt.DATABASE.connect()) {
            other.setAutoCommit(false);
            other.createStatement().execute("select open from judge_load where court = '沪0115' for update");
            CompletableFuture<Answer> accepting = CompletableFuture.supplyAsync(() -> SERVICE.accept(submitted, COURT));
            waiting(1);

            var elsewhere = CompletableFuture.supplyAsync(() -> SERVICE.submitted("沪0117"));
            assertThat(elsewhere.get(8, TimeUnit.SECONDS).status()).isEqualTo(200); // who is alone waits for ten
            assertThat(accepting).isNotDone();
            other.rollback();

            assertThat(accepting.join().status()).isEqualTo(200);
        }
    }

    @Test
    @DisplayName("F10: two cases that change hands crosswise do not wait for each other")
    void crossingCasesDoNotWaitForEachOther() throws SQLException {
        String one = held("judge-1");
        String two = held("judge-2");

        try (Connection other = FilingCourt.DATABASE.connect();
                Connection third = FilingCourt.DATABASE.connect()) {
            other.setAutoCommit(false);
            other.createStatement().execute("select open from judge_load where judge_id = 'judge-1' for update");
            List<CompletableFuture<Answer>> crossing = List.of(
                    CompletableFuture.supplyAsync(() -> hand(one, "judge-2")),
                    CompletableFuture.supplyAsync(() -> hand(two, "judge-1")));
            waiting(2);

            third.createStatement().execute("select open from judge_load where judge_id = 'judge-2' for update nowait");
            other.rollback();

            assertThat(crossing).allMatch(it -> it.join().status() == 200);
        }
    }

    private static String held(String judge) {
        String filing = "/api/v1/filings/" + SERVICE.accepted("沪0117");
        String has = SERVICE.supervisor()
                .get(filing + "/assignment")
                .json()
                .at("/summary/judgeId")
                .asString();
        return has.equals(judge) || hand(filing, judge).status() == 200 ? filing : "";
    }

    private static Answer hand(String filing, String judge) {
        Person supervisor = SERVICE.supervisor();
        String etag = supervisor.get(filing + "/assignment").etag();
        return supervisor.post(filing + "/reassignment", etag, "{\"judgeId\":\"" + judge + "\",\"reason\":\"调整\"}");
    }

    private static void waiting(int sessions) {
        await().atMost(Duration.ofSeconds(10))
                .until(() -> rows("select pid from pg_stat_activity where wait_event_type = 'Lock' and datname = '"
                                        + FilingCourt.DATABASE.name() + "'")
                                .size()
                        == sessions);
    }
}
