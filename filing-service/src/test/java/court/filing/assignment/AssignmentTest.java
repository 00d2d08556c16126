package court.filing.assignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import court.filing.assignment.Assignment.Challenged;
import court.filing.assignment.Assignment.Held;
import court.filing.assignment.Assignment.Order;
import court.filing.assignment.Assignment.Pick;
import court.filing.assignment.Courts.Judge;
import court.filing.assignment.Recusal.Ruling;
import court.platform.contract.Change;
import court.platform.contract.Fact;
import court.platform.contract.FilingEvent.JudgeAssigned;
import court.platform.contract.FilingEvent.RecusalDecided;
import court.platform.contract.FilingEvent.RecusalGround;
import court.platform.contract.Lot;
import court.platform.contract.Lot.Candidate;
import court.platform.contract.Lot.Why;
import court.platform.json.SealedJson;
import court.platform.json.Secret;
import court.platform.model.Refusal;
import court.platform.model.Refused;
import court.platform.support.TestJson;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AssignmentTest {

    private static final UUID ID = UUID.fromString("01930000-0000-7000-8000-000000000001");
    private static final Instant NOW = Instant.parse("2026-03-02T02:00:00Z");
    private static final Matter MATTER = new Matter(ID, "沪0117", "filing-judge", List.of("p1"));
    private static final String STATEMENT = "本人持有被执行人股份";

    private static Pick pick(String judge) {
        Lot lot = new Lot("court-lot-1", "0".repeat(32), List.of(new Candidate(judge, 100, 0, 1)), List.of());
        return new Pick(new Judge(judge, judge), lot);
    }

    private static Pick named(String judge) {
        return new Pick(new Judge(judge, judge), null);
    }

    private static Order order(String by) {
        return new Order(by, "工作调整", NOW);
    }

    private static Ruling ruling(String by, boolean granted) {
        return new Ruling(by, granted, secret("情况属实"), NOW);
    }

    private static Secret secret(String text) {
        return new Secret(ID.toString(), text);
    }

    private static Held held() {
        return (Held) Assignment.begin(MATTER, pick("judge-1"), NOW).next();
    }

    private static Challenged challenged() {
        Recusal recusal = new Recusal("r1", "judge-1", RecusalGround.INTEREST, secret(STATEMENT), NOW);
        return (Challenged) held().askRecusal(recusal, "judge-1").next();
    }

    @Test
    void theFirstJudgeIsToldToTheApplicantsWithTheDraw() {
        Pick drawn = pick("judge-1");

        assertThat(Assignment.begin(MATTER, drawn, NOW).facts())
                .containsExactly(Fact.to(
                        List.of("p1"), new JudgeAssigned("沪0117", "judge-1", "judge-1", drawn.lot(), null, null)));
    }

    @Test
    @DisplayName("F10: a change of hands is told with the former judge and the reason")
    void aChangeOfHandsIsTold() {
        Change<Assignment> change = held().hand(named("judge-2"), order("supervisor"));

        assertThat(change.next().judge().id()).isEqualTo("judge-2");
        assertThat(change.next().turns()).hasSize(2);
        assertThat(change.facts())
                .containsExactly(Fact.to(
                        List.of("p1"), new JudgeAssigned("沪0117", "judge-2", "judge-2", null, "judge-1", "工作调整")));
    }

    @Test
    @DisplayName("RS15: nobody decides in a case of their own, nor gives it to themselves")
    void nobodyDecidesInTheirOwnCase() {
        refused(AssignmentRefusal.OWN_CASE, () -> held().hand(named("judge-2"), order("judge-1")));
        refused(AssignmentRefusal.OWN_CASE, () -> held().hand(named("judge-2"), order("judge-2")));
        refused(AssignmentRefusal.OWN_CASE, () -> challenged().grant(ruling("judge-1", true), pick("judge-2")));
        refused(AssignmentRefusal.OWN_CASE, () -> challenged().grant(ruling("judge-2", true), pick("judge-2")));
        refused(AssignmentRefusal.OWN_CASE, () -> challenged().refuse(ruling("judge-1", false)));
    }

    @Test
    void theSameJudgeAndWhoAcceptedTheCaseAreRefused() {
        refused(AssignmentRefusal.SAME_JUDGE, () -> held().hand(named("judge-1"), order("supervisor")));
        refused(AssignmentRefusal.JUDGE_BARRED, () -> held().hand(named("filing-judge"), order("supervisor")));
    }

    @Test
    void onlyTheJudgeOfTheCaseAsksToBeTakenOffIt() {
        Recusal recusal = new Recusal("r1", "judge-2", RecusalGround.INTEREST, secret(STATEMENT), NOW);

        refused(AssignmentRefusal.NOT_YOUR_CASE, () -> held().askRecusal(recusal, "judge-2"));
    }

    @Test
    void aRecusalIsToldToTheCourtOnly() {
        Recusal recusal = new Recusal("r1", "judge-1", RecusalGround.INTEREST, secret(STATEMENT), NOW);

        assertThat(held().askRecusal(recusal, "judge-1").facts())
                .allMatch(it -> it.audience().isEmpty());
        assertThat(challenged().refuse(ruling("supervisor", false)).facts())
                .allMatch(it -> it.audience().isEmpty());
    }

    @Test
    void aGrantedRecusalTellsTheDecisionThenTheNextJudge() {
        Change<Assignment> change = challenged().grant(ruling("supervisor", true), pick("judge-2"));

        assertThat(change.facts())
                .extracting(it -> it.event().getClass().getSimpleName())
                .containsExactly("RecusalDecided", "JudgeAssigned");
        assertThat(((RecusalDecided) change.facts().getFirst().event()).granted())
                .isTrue();
        JudgeAssigned next = (JudgeAssigned) change.facts().getLast().event();
        assertThat(next.replaces()).isEqualTo("judge-1");
        assertThat(next.reason()).isEqualTo("审判人员回避");
        assertThat(next.lot()).isNotNull();
    }

    @Test
    void whoWasRecusedNeverGetsTheCaseBack() {
        Held after = (Held)
                challenged().grant(ruling("supervisor", true), pick("judge-2")).next();

        assertThat(Assignment.barred(after.matter(), after.decided())).containsEntry("judge-1", Why.RECUSED);
        refused(AssignmentRefusal.JUDGE_BARRED, () -> after.hand(named("judge-1"), order("supervisor")));
    }

    @Test
    void aRefusedRecusalLeavesTheCaseWhereItIs() {
        Held after = (Held) challenged().refuse(ruling("supervisor", false)).next();

        assertThat(after.judge().id()).isEqualTo("judge-1");
        assertThat(Assignment.barred(after.matter(), after.decided())).doesNotContainKey("judge-1");
        assertThat(after.decided()).hasSize(1);
    }

    @Test
    void everyStateSurvivesStorage(@TempDir Path keys) {
        SealedJson json = TestJson.sealed(keys);
        Assignment decided = challenged().refuse(ruling("supervisor", false)).next();

        for (Assignment assignment : List.of(held(), challenged(), decided)) {
            String stored = json.write(assignment, ID, ID.toString());

            assertThat(json.read(stored, Assignment.class, ID, ID.toString())).isEqualTo(assignment);
            assertThat(stored)
                    .contains("\"state\":\"" + assignment.getClass().getSimpleName() + "\"")
                    .doesNotContain(STATEMENT);
        }
    }

    private static void refused(Refusal refusal, ThrowingCallable step) {
        assertThatThrownBy(step)
                .isInstanceOfSatisfying(
                        Refused.class, it -> assertThat(it.refusal()).isEqualTo(refusal));
    }
}
