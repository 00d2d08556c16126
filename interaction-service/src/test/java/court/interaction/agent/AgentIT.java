package court.interaction.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import court.interaction.Cases;
import court.interaction.Courthouse;
import court.interaction.Courthouse.OpenCase;
import court.platform.contract.Agent;
import court.platform.contract.FilingEvent.CaseAccepted;
import court.platform.contract.FilingEvent.JudgeAssigned;
import court.platform.contract.Party;
import court.platform.json.Secret;
import court.platform.support.Caller;
import court.platform.support.Caller.Answer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class AgentIT extends AgentedRoom {

    @Test
    @DisplayName("I4: an agent asks, the judge approves, then the agent reads and speaks for the party")
    void anApprovedAgentReadsAndSpeaksForTheParty() {
        open.say(1);
        String agent = ask(lawyer, Map.of());
        assertThat(lawyer.get(open.path("/messages")).code()).as("waiting").isEqualTo("access.not_yours");
        assertThat(mine(lawyer).get("state").asString()).isEqualTo("WAITING");
        assertThat(judge.get(open.path("/members")).json().toString()).doesNotContain(agent);

        assertThat(approve(agent).status()).isEqualTo(200);

        assertThat(open.entries(lawyer)).isNotEmpty();
        assertThat(lawyer.post(open.path("/messages"), Map.of("text", "代当事人陈述")).status())
                .isEqualTo(201);
        JsonNode said = open.entries(open.party("a2")).stream()
                .filter(it -> it.path("text").asString("").equals("代当事人陈述"))
                .findFirst()
                .orElseThrow();
        assertThat(said.get("senderId").asString()).isEqualTo("a1");
        assertThat(said.get("senderRole").asString()).isEqualTo("AGENT");
        assertThat(lawyer.post(open.path("/messages"), Map.of("text", "替别人", "sender", "a2"))
                        .code())
                .isEqualTo("message.not_your_party");
        open.awaitCard(open.party("a2"), "AgentApproved");
        assertThat(open.cards(open.party("a2"))).doesNotContain("AgentApplied");
        assertThat(open.cards(open.party("a1"))).contains("AgentApplied");
        JsonNode member = open.party("a2")
                .get(open.path("/members"))
                .json()
                .get("members")
                .valueStream()
                .filter(it -> it.get("memberId").asString().equals(agent))
                .findFirst()
                .orElseThrow();
        assertThat(member.get("role").asString()).isEqualTo("AGENT");
        assertThat(member.get("represents").get(0).asString()).isEqualTo("a1");
    }

    @Test
    void theLetterIsTheCourtsAndThePartysToRead() {
        String agent = ask(lawyer, Map.of());
        String letter = open.path("/agents/" + agent + "/letter/content");

        assertThat(new String(judge.get(letter).body(), StandardCharsets.UTF_8)).isEqualTo("授权委托书");
        assertThat(open.party("a1").get(letter).status()).isEqualTo(200);
        for (Caller other : List.of(open.party("a2"), lawyer, open.party("stranger"))) {
            assertThat(other.get(letter).code()).isEqualTo("access.not_yours");
        }
        assertThat(open.party("a2").get(open.path("/agents")).json()).isEmpty();
        assertThat(open.party("stranger").get(open.path("/agents")).code()).isEqualTo("access.not_yours");
        assertThat(Courthouse.rows(
                        "select body from outbox where type = 'AgentApplied' and case_id = '" + open.id() + "'"))
                .hasSize(1)
                .noneMatch(it -> it.contains("金丝雀"));
        assertThat(Courthouse.rows("select body from mandate where case_id = '" + open.id() + "'"))
                .noneMatch(it -> it.contains("金丝雀"));
    }

    @Test
    void onlyTheJudgeDecidesAndOnce() {
        open.staff("clerk-1", "CLERK");
        judge.post(open.path("/assistants"), Map.of("staffId", "clerk-1"));
        String agent = ask(lawyer, Map.of());

        for (Caller other : List.of(open.party("a1"), open.staff("clerk-1", "CLERK"))) {
            assertThat(other.post(path(agent, "approval"), Map.of()).status()).isEqualTo(403);
            assertThat(other.post(path(agent, "refusal"), Map.of("reason", "不行"))
                            .status())
                    .isEqualTo(403);
        }
        assertThat(lawyer.post(path(agent, "approval"), Map.of()).status()).isEqualTo(404);
        assertThat(judge.post(path(agent, "refusal"), Map.of()).code()).isEqualTo("agent.reason_missing");
        assertThat(judge.post(path(agent, "refusal"), Map.of("reason", "授权委托书没有签名"))
                        .status())
                .isEqualTo(200);

        assertThat(approve(agent).code()).isEqualTo("agent.not_waiting");
        assertThat(mine(lawyer).get("reason").asString()).isEqualTo("授权委托书没有签名");
        assertThat(lawyer.get(open.path("/messages")).status()).isEqualTo(404);
        assertThat(ask(lawyer, Map.of())).as("may ask again").isNotEqualTo(agent);
    }

    @Test
    @DisplayName("RS5: who asks for a respondent still outside is told the same as for a case that is not there")
    void whoAsksLearnsNothing() {
        assertThat(apply(lawyer, Map.of("partyIds", "r1")).code()).isEqualTo("access.not_yours");
        assertThat(apply(lawyer, Map.of("partyIds", "nobody")).code()).isEqualTo("access.not_yours");
        assertThat(lawyer.upload("/api/v1/cases/" + UUID.randomUUID() + "/agents", "委托书.txt", letter(), LAWYER)
                        .code())
                .isEqualTo("access.not_yours");
        open.release("r1");
        assertThat(apply(lawyer, Map.of("partyIds", "r1")).status()).isEqualTo(201);
    }

    @Test
    void nobodyActsForBothSidesForThemselvesOrTwice() {
        open.release("r1");
        ask(lawyer, Map.of());

        assertThat(apply(lawyer, Map.of()).code()).isEqualTo("agent.already_asked");
        assertThat(apply(lawyer, Map.of("partyIds", "r1")).code()).isEqualTo("agent.other_side");
        assertThat(apply(lawyer, Map.of("partyIds", "a2")).status())
                .as("the same side")
                .isEqualTo(201);
        assertThat(apply(open.party("a1"), Map.of()).code()).isEqualTo("agent.your_own");
        assertThat(apply(open.party("r1"), Map.of()).code()).isEqualTo("agent.other_side");
        assertThat(apply(open.party("other"), Map.of("partyIds", "a1,r1")).code())
                .isEqualTo("agent.other_side");
        assertThat(apply(judge, Map.of()).code()).isEqualTo("access.role_missing");
    }

    @Test
    void whatIsHandedInIsComplete() {
        assertThat(apply(lawyer, Map.of("partyIds", " ")).code()).isEqualTo("agent.party_missing");
        assertThat(apply(lawyer, Map.of("kind", "FRIEND")).code()).isEqualTo("agent.kind_unknown");
        assertThat(apply(lawyer, Map.of("powers", "EVERYTHING")).code()).isEqualTo("agent.power_unknown");
        assertThat(apply(lawyer, Map.of("name", " ")).code()).isEqualTo("agent.name_missing");
        assertThat(apply(lawyer, Map.of("licence", "")).code()).isEqualTo("agent.licence_missing");
        assertThat(apply(lawyer, Map.of("name", "长".repeat(101))).code()).isEqualTo("agent.text_too_long");
        assertThat(apply(lawyer, Map.of("invented", "x")).code()).isEqualTo("edge.unknown_field");
    }

    @Test
    void anAgentNamedInTheFilingWaitsWithoutAskingAgain() {
        OpenCase other = new OpenCase(UUID.randomUUID());
        Party applicant = Cases.party("a1", Party.Role.APPLICANT, "申请人甲", other.key("a1"));
        Courthouse.say(Courthouse.fact(other.id(), 1, Cases.submitted(List.of(applicant))));
        CaseAccepted accepted = new CaseAccepted(
                Cases.NUMBER,
                Cases.COURT,
                List.of(applicant),
                Cases.claim(),
                Cases.basis(),
                "filing-judge",
                List.of(agent(other.key("lawyer"))));
        Courthouse.say(Courthouse.fact(other.id(), 2, accepted));
        Courthouse.say(Courthouse.fact(other.id(), 2, accepted));
        Courthouse.say(
                Courthouse.fact(other.id(), 3, new JudgeAssigned(Cases.COURT, "judge-1", "执行法官一", null, null, null)));
        await().atMost(Duration.ofSeconds(20))
                .until(() -> other.judge().get(other.path("/room")).status() == 200);
        other.awaitCard("AgentApplied");
        Caller named = other.party("lawyer");
        assertThat(named.get(other.path("/room")).status()).isEqualTo(404);
        JsonNode line = other.judge().get(other.path("/agents")).json();
        assertThat(line).hasSize(1);
        assertThat(line.get(0).get("filed").asBoolean()).isTrue();

        Answer approved = other.judge().post(other.path("/agents/agent-1/approval"), Map.of());

        assertThat(approved.status()).isEqualTo(200);
        assertThat(named.get(other.path("/room")).status()).isEqualTo(200);
    }

    private static Agent agent(String personKey) {
        return new Agent(
                "agent-1",
                Agent.Kind.LAWYER,
                List.of(),
                List.of("a1"),
                new Secret("agent-1", "某律师"),
                "ID_CARD",
                new Secret("agent-1", "number"),
                personKey,
                new Secret("agent-1", "13800000000"),
                null,
                null);
    }
}
