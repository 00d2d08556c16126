package court.interaction.room;

import static court.platform.contract.Party.Role.APPLICANT;
import static court.platform.contract.Party.Role.RESPONDENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import court.interaction.Cases;
import court.interaction.room.Room.Judge;
import court.platform.contract.Change;
import court.platform.contract.Fact;
import court.platform.contract.InteractionEvent.CaseClosed;
import court.platform.contract.InteractionEvent.ClosingMode;
import court.platform.contract.InteractionEvent.RespondentReleased;
import court.platform.contract.InteractionEvent.RoomOpened;
import court.platform.contract.Party;
import court.platform.json.Secret;
import court.platform.model.Money;
import court.platform.security.AccessRefusal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RoomTest {

    private static final UUID CASE = UUID.randomUUID();
    private static final Instant NOW = Instant.parse("2026-03-02T01:00:00Z");
    private static final Judge JUDGE = new Judge("judge-1", "执行法官一");

    @Test
    void opensForTheApplicantsAndTellsNobodyElse() {
        Change<Room> opening = opening();

        assertThat(opening.next().present()).containsExactly("a1", "a2");
        assertThat(opening.facts())
                .containsExactly(Fact.to(List.of("a1", "a2"), new RoomOpened(Cases.NUMBER, Cases.COURT)));
    }

    @Test
    void keepsOnlyWhatItNeedsOfAParty() {
        assertThat(opening().next().find("r1"))
                .contains(new RoomParty("r1", RESPONDENT, new Secret("r1", "被执行人甲"), List.of("r1-key"), false));
    }

    @Test
    void theJudgeOfTheCaseLetsARespondentIn() {
        Change<Room> change = led().release("r1", "judge-1");

        assertThat(change.next().present()).containsExactly("a1", "a2", "r1");
        assertThat(change.facts())
                .containsExactly(Fact.to(List.of("a1", "a2", "r1"), new RespondentReleased("r1", List.of("r1-key"))));
    }

    @Test
    void anotherRespondentIsNotToldOfTheEntry() {
        Room.Led withOneIn = (Room.Led) led().release("r1", "judge-1").next();

        assertThat(withOneIn.release("r2", "judge-1").facts().getFirst().audience())
                .containsExactly("a1", "a2", "r2");
    }

    @Test
    void onlyTheJudgeWhoHasTheCaseNowDecides() {
        Room.Led handedOver =
                (Room.Led) led().assign(new Judge("judge-2", "执行法官二")).next();

        assertThatThrownBy(() -> handedOver.release("r1", "judge-1")).hasMessage(AccessRefusal.ROLE_MISSING.detail());
        assertThat(handedOver.release("r1", "judge-2").next().present()).contains("r1");
    }

    @Test
    void aReassignedCaseKeepsWhoWasLetIn() {
        Room withOneIn = led().release("r1", "judge-1").next();

        assertThat(withOneIn.assign(new Judge("judge-2", "执行法官二")).next().present())
                .contains("r1");
    }

    @Test
    void nobodyIsLetInTwice() {
        Room.Led withOneIn = (Room.Led) led().release("r1", "judge-1").next();

        assertThatThrownBy(() -> withOneIn.release("r1", "judge-1")).hasMessage(RoomRefusal.ALREADY_RELEASED.detail());
    }

    @Test
    void applicantsAndStrangersAreNotReleased() {
        assertThatThrownBy(() -> led().release("a1", "judge-1")).hasMessage(RoomRefusal.NOT_A_RESPONDENT.detail());
        assertThatThrownBy(() -> led().release("x", "judge-1")).hasMessage(RoomRefusal.NO_SUCH_PARTY.detail());
    }

    @Test
    void aClosedCaseIsToldToWhoIsInTheRoom() {
        Room.Led led = (Room.Led) led().release("r1", "judge-1").next();

        Change<Room> change = led.close(ending("judge-1"));

        assertThat(change.next()).isInstanceOf(Room.Closed.class);
        assertThat(change.facts())
                .containsExactly(Fact.to(
                        List.of("a1", "a2", "r1"),
                        new CaseClosed(
                                ClosingMode.PERFORMED,
                                List.of("t1"),
                                Money.of("1000.00"),
                                Money.of("1000.00"),
                                "judge-1")));
    }

    @Test
    void onlyTheJudgeWhoHasTheCaseClosesIt() {
        assertThatThrownBy(() -> led().close(ending("judge-2"))).hasMessage(AccessRefusal.ROLE_MISSING.detail());
    }

    @Test
    void aClosedCaseThatChangesHandsStaysClosed() {
        Room after = closed().assign(new Judge("judge-2", "执行法官二")).next();

        assertThat(after).isInstanceOfSatisfying(Room.Closed.class, it -> {
            assertThat(it.judge().id()).isEqualTo("judge-2");
            assertThat(it.ending()).isEqualTo(closed().ending());
        });
    }

    static Room.Closed closed() {
        return (Room.Closed) led().close(ending("judge-1")).next();
    }

    private static Ending ending(String by) {
        Money all = Money.of("1000.00");
        return new Ending(ClosingMode.PERFORMED, List.of("t1"), all, all, by, NOW);
    }

    static Change<Room> opening() {
        List<Party> parties = List.of(
                Cases.person("a1", APPLICANT, "申请人甲"),
                Cases.person("a2", APPLICANT, "申请人乙"),
                Cases.person("r1", RESPONDENT, "被执行人甲"),
                Cases.person("r2", RESPONDENT, "被执行人乙"));
        return Room.open(CASE, Cases.accepted(parties), NOW);
    }

    static Room.Led led() {
        return (Room.Led) opening().next().assign(JUDGE).next();
    }
}
