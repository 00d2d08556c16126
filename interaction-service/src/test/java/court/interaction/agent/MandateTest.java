package court.interaction.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import court.interaction.Rooming;
import court.interaction.agent.Mandate.Ended;
import court.interaction.room.Room;
import court.platform.contract.Agent;
import court.platform.contract.Agent.Power;
import court.platform.contract.Change;
import court.platform.contract.FileRef;
import court.platform.contract.MemberEvent.AgentApplied;
import court.platform.contract.MemberEvent.AgentApproved;
import court.platform.contract.MemberEvent.AgentRevoked;
import court.platform.contract.Party.Role;
import court.platform.json.SealedJson;
import court.platform.json.Secret;
import court.platform.support.TestJson;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MandateTest {

    private static final Instant NOW = Instant.parse("2026-03-02T01:00:00Z");
    private static final UUID CASE = UUID.fromString("01930000-0000-7000-8000-000000000001");
    private static final FileRef FILE = new FileRef("f1", "application/pdf", 3, "a".repeat(64), "b".repeat(64));
    private static final Ended ENDED = new Ended(new Secret("agent-1", "另行委托"), "judge-1", NOW);
    private static final Room.Led ROOM = Rooming.led(
            Rooming.party("a1", Role.APPLICANT, true),
            Rooming.party("a2", Role.APPLICANT, true),
            Rooming.party("r1", Role.RESPONDENT, false));

    @TempDir
    Path keys;

    @Test
    void whatIsAskedIsToldToTheRepresentedWithTheLetter() {
        Change<Mandate> asking = asking();

        assertThat(asking.facts()).hasSize(1);
        assertThat(asking.facts().getFirst().audience()).containsExactly("a1", "a2");
        assertThat(asking.facts().getFirst().files()).containsExactly(FILE);
        assertThat(((AgentApplied) asking.facts().getFirst().event()).filed()).isFalse();
    }

    @Test
    void whoIsApprovedIsToldToEverybodyInTheRoomAndNobodyOutside() {
        Change<Mandate> approved = waiting().approve(ROOM, "judge-1", NOW);

        assertThat(approved.next()).isInstanceOf(Mandate.Approved.class);
        assertThat(approved.facts().getFirst().audience()).containsExactly("a1", "a2");
        assertThat(approved.facts().getFirst().event())
                .isEqualTo(new AgentApproved("agent-1", "key", List.of(Power.SETTLE), List.of("a1", "a2")));
    }

    @Test
    void whoAsksNeverDecides() {
        assertThatThrownBy(() -> waiting().approve(ROOM, "asker", NOW)).hasMessage(AgentRefusal.SECOND_PERSON.detail());
        assertThatThrownBy(() -> waiting().refuse(new Ended(ENDED.reason(), "asker", NOW)))
                .hasMessage(AgentRefusal.SECOND_PERSON.detail());
    }

    @Test
    void whatWasDecidedIsNotDecidedAgain() {
        List.of(approved(), refused(), revoked())
                .forEach(it -> assertThatThrownBy(it::waiting).hasMessage(AgentRefusal.NOT_WAITING.detail()));
        List.of(refused(), revoked())
                .forEach(it -> assertThatThrownBy(() -> it.revoke(List.of("a1"), ENDED))
                        .hasMessage(AgentRefusal.NOT_ACTING.detail()));
    }

    @Test
    void onePartyEndsItForItselfAndTheLastForAll() {
        Change<Mandate> first = approved().revoke(List.of("a1"), ENDED);
        Change<Mandate> second = first.next().revoke(List.of("a2", "a1"), ENDED);

        assertThat(first.next()).isInstanceOf(Mandate.Approved.class);
        assertThat(first.next().represents()).containsExactly("a2");
        assertThat(first.next().standsFor(List.of("a1"))).isFalse();
        assertThat(second.next()).isInstanceOf(Mandate.Revoked.class);
        assertThat(((AgentRevoked) second.facts().getFirst().event()).represents())
                .containsExactly("a2");
        assertThat(second.next().standsFor(List.of("a1", "a2"))).isFalse();
    }

    @Test
    void everyStateSurvivesStorageAndNoneIsForgotten() {
        SealedJson json = TestJson.sealed(keys);
        List<Mandate> states = List.of(waiting(), approved(), refused(), revoked());

        assertThat(states)
                .allSatisfy(it -> assertThat(json.read(json.write(it, CASE, "place"), Mandate.class, CASE, "place"))
                        .isEqualTo(it));
        assertThat(states.stream().map(Object::getClass)).contains(Mandate.class.getPermittedSubclasses());
        assertThat(json.write(approved(), CASE, "place"))
                .contains("\"state\":\"Approved\"", "\"represents\":[\"a1\",\"a2\"]", "\"personKey\":\"key\"")
                .contains("\"powers\":[\"SETTLE\"]", "\"kind\":\"LAWYER\"", "\"letter\":{\"file\":")
                .doesNotContain("某律师", "另行委托");
    }

    private static Change<Mandate> asking() {
        Asked asked = new Asked(
                "agent-1",
                CASE,
                "key",
                Agent.Kind.LAWYER,
                List.of(Power.SETTLE),
                new Secret("agent-1", "某律师"),
                new Secret("agent-1", "某律师事务所"),
                "1310",
                new Asked.Letter(FILE, new Secret("agent-1", "授权委托书.pdf")),
                "asker",
                NOW);
        return Mandate.ask(asked, List.of("a1", "a2"));
    }

    private static Mandate.Waiting waiting() {
        return (Mandate.Waiting) asking().next();
    }

    private static Mandate approved() {
        return waiting().approve(ROOM, "judge-1", NOW).next();
    }

    private static Mandate refused() {
        return waiting().refuse(ENDED).next();
    }

    private static Mandate revoked() {
        return approved().revoke(List.of("a1", "a2"), ENDED).next();
    }
}
