package court.asset.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import court.asset.Courthouse;
import court.asset.Courthouse.OpenCase;
import court.asset.FakeInstitutions.Call;
import court.platform.support.RunningService;
import court.platform.task.Rounds;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TakeOverIT {

    /** What a process that was killed leaves behind: rows that say unknown, under a lease nobody holds any more. */
    @Test
    void whatAKilledProcessLeftBehindIsTakenUpByAnother() {
        OpenCase open =
                Courthouse.newCase().holds("bank", "5.00").led("judge-1").answered();
        Rounds killed = Courthouse.service().bean("sendRequests", Rounds.class);
        killed.stop();
        String rows = "where case_id = '" + open.id() + "'";
        String number = Courthouse.rows("select number from request " + rows + " and institution = 'bank'")
                .getFirst();
        int before = Courthouse.INSTITUTIONS.asked(number).size();
        Courthouse.execute("delete from asset " + rows);
        Courthouse.execute(
                "update request set state = 'UNKNOWN', answered_at = null, next_at = now() + interval '1 s' " + rows);

        try (RunningService other = Courthouse.another(Map.of())) {
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> open.requests("QUERY").stream().allMatch(it -> it.endsWith(" ANSWERED")));
            assertThat(other.bean("sendRequests", Rounds.class).isRunning()).isTrue();
        } finally {
            killed.start();
        }

        assertThat(Courthouse.rows("select asset_id from asset " + rows)).containsExactly(open.asset("bank"));
        assertThat(Courthouse.INSTITUTIONS.asked(number).stream().skip(before).map(Call::method))
                .isNotEmpty()
                .containsOnly("GET");
    }
}
