package court.asset.matter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import court.asset.matter.Matter.Accepted;
import court.asset.matter.Matter.CaseFile;
import court.asset.matter.Matter.Closed;
import court.asset.matter.Matter.Led;
import court.asset.matter.Matter.Respondent;
import court.platform.json.SealedJson;
import court.platform.json.Secret;
import court.platform.model.Money;
import court.platform.support.TestJson;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MatterTest {

    private static final UUID CASE = new UUID(0, 1);
    private static final CaseFile FILE = new CaseFile(
            "（2026）沪0117执1号",
            "沪0117",
            List.of(new Respondent("r1", new Secret("r1", "被执行人"), "ID_CARD", new Secret("r1", "310117"))));
    private final Matter accepted = new Accepted(CASE, FILE);

    /** RP4 */
    @Test
    void onlyARespondentIsFound() {
        assertThat(accepted.open().respondent("r1").partyId()).isEqualTo("r1");
        assertThatThrownBy(() -> accepted.open().respondent("a1")).hasMessage(MatterRefusal.NOT_A_RESPONDENT.detail());
    }

    @Test
    void aClosedCaseIsNotOpenAgain() {
        Closed closed = accepted.assign("judge-1").close();

        assertThat(closed.assign("judge-2")).isEqualTo(closed);
        assertThat(closed.close()).isEqualTo(closed);
        assertThatThrownBy(closed::open).hasMessage(MatterRefusal.CLOSED.detail());
    }

    @Test
    void everyStateSurvivesStorage(@TempDir Path keys) {
        SealedJson json = TestJson.sealed(keys);
        List<Matter> states =
                List.of(accepted, new Led(CASE, FILE, "judge-1"), new Closed(CASE, FILE), new Closed(CASE, null));

        assertThat(states).allSatisfy(matter -> {
            String stored = json.write(matter, CASE, "place");
            assertThat(json.read(stored, Matter.class, CASE, "place")).isEqualTo(matter);
            assertThat(stored).doesNotContain("被执行人").contains("\"state\":\"");
        });
        assertThat(json.write(accepted.assign("judge-1"), CASE, "place"))
                .contains("\"state\":\"Led\"", "\"judgeId\":\"judge-1\"", "\"file\":{\"caseNumber\":", "\"courtCode\":")
                .contains("\"respondents\":[{\"partyId\":\"r1\",\"name\":{\"sealed\":", "\"idType\":", "\"idNumber\":");
    }

    /** RP2 */
    @Test
    void aLimitHoldsToTheCent() {
        Limit limit = new Limit(new BigDecimal("100.00"), new BigDecimal("40.00"));

        assertThat(limit.fits(Money.of("60.00"))).isTrue();
        assertThat(limit.fits(Money.of("60.01"))).isFalse();
        assertThat(limit.with(Money.of("40.00"), Money.of("10.00")).left()).isEqualTo(Money.of("90.00"));
    }
}
