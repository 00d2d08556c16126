package court.deploy.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class AskedTest {

    private static final String ID = "01900000-0000-7000-8000-000000000001";

    @Test
    void valuesStandInTheOrderOfTheQuestionMarks() {
        Asked asked = Asked.of(
                "insert into t values ($2, $1) on conflict do update set n = t.n + $1, o = $3",
                "$1 = '7', $2 = 'it''s, $1 = ''x''', $3 = NULL");

        assertThat(asked.sql()).isEqualTo("insert into t values (?, ?) on conflict do update set n = t.n + ?, o = ?");
        assertThat(asked.values()).containsExactly("it's, $1 = 'x'", "7", "7", null);
    }

    @Test
    void whatConcernsAnotherFilingOrNoneIsLeftOut() {
        Asked ours = Asked.of("update filing set n = 1 where id = $1", "$1 = '" + ID + "'");
        Asked beside = Asked.of("update counter set last = last + 1", "");
        Asked beating = Asked.of("update heartbeat set at = $1", "$1 = 'now'");
        Asked looked = Asked.of("select 1 from filing where id = $1", "$1 = '" + ID + "'");

        SampleLife.Work work = SampleLife.of(
                List.of(
                        List.of(looked, statement("BEGIN"), ours, beside, statement("COMMIT")),
                        List.of(beating, statement("BEGIN"), beating, statement("COMMIT"))),
                ID);

        assertThat(work.alone()).containsExactly(looked);
        assertThat(work.unit()).containsExactly(ours, beside);
    }

    private static Asked statement(String sql) {
        return Asked.of(sql, "");
    }
}
