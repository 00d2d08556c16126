package court.interaction.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import court.interaction.LiveStream;
import court.platform.support.Caller;
import court.platform.support.Caller.Answer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What an agent may do, and when that ends. */
class ActingIT extends AgentedRoom {

    @Test
    void aPartyEndsItsOwnAgentAndTheAgentIsOutWithinFiveSeconds() {
        String agent = ask(lawyer, Map.of("partyIds", "a1,a2"));
        approve(agent);
        open.say(1);

        assertThat(lawyer.post(path(agent, "revocation"), Map.of("reason", "我自己来"))
                        .code())
                .as("an agent ends nobody's authority")
                .isEqualTo("access.not_yours");
        assertThat(open.party("a2").post(path(agent, "revocation"), Map.of()).code())
                .isEqualTo("agent.reason_missing");
        assertThat(open.party("a2")
                        .post(path(agent, "revocation"), Map.of("reason", "另行委托"))
                        .json()
                        .get("state")
                        .asString())
                .isEqualTo("APPROVED");
        assertThat(lawyer.get(open.path("/messages?reader=a2")).status()).isEqualTo(404);
        assertThat(lawyer.get(open.path("/messages?reader=a1")).status()).isEqualTo(200);
        try (LiveStream live = LiveStream.open(lawyer, open.path("/stream"))) {
            await().atMost(FIVE_SECONDS).until(() -> !live.seqs().isEmpty());
            assertThat(judge.post(path(agent, "revocation"), Map.of("reason", "授权到期"))
                            .json()
                            .get("state")
                            .asString())
                    .isEqualTo("REVOKED");
            await().atMost(FIVE_SECONDS).until(live::ended);
        }
        for (String path : List.of("/room", "/messages", "/stream", "/members", "/talks")) {
            assertThat(lawyer.get(open.path(path)).status()).as(path).isEqualTo(404);
        }
        assertThat(lawyer.post(open.path("/messages"), Map.of("text", "还在吗")).status())
                .isEqualTo(404);
        assertThat(judge.post(path(agent, "revocation"), Map.of("reason", "再一次"))
                        .code())
                .isEqualTo("agent.not_acting");
        open.awaitCard("AgentRevoked");
    }

    @Test
    @DisplayName("RF7, RS16: that money was received an agent confirms with the power to collect only")
    void moneyIsConfirmedWithSpecialAuthorityOnly() {
        approve(ask(lawyer, Map.of()));
        Caller special = open.party("special");
        approve(ask(special, Map.of("powers", "COLLECT,SETTLE")));
        String paid = talk(Map.of("amount", "600.00", "way", "DIRECT", "paidOn", "2026-03-01"));
        String plain = talk(null);

        assertThat(confirm(lawyer, paid).code()).isEqualTo("talk.special_authority_needed");
        assertThat(confirm(lawyer, plain).status()).as("general authority").isEqualTo(200);
        assertThat(confirm(special, paid).status()).isEqualTo(200);
    }

    @Test
    void inAClosedCaseNobodyIsLetInAndAnAgentIsStillLetOut() {
        String agent = ask(lawyer, Map.of());
        approve(agent);
        String late = ask(open.party("late"), Map.of());
        Map<String, Object> paid = Map.of("amount", "1000.00", "way", "DIRECT", "paidOn", "2026-03-01");
        String talk = judge.post(
                        open.path("/talks"),
                        Map.of("participantIds", List.of("a1", "a2"), "transcript", "已收到。", "payment", paid))
                .json()
                .get("talkId")
                .asString();
        confirm(open.party("a1"), talk);
        confirm(open.party("a2"), talk);
        Answer closed = judge.post(
                open.path("/closing"),
                Map.of("mode", "PERFORMED", "talkIds", List.of(talk)),
                "If-Match",
                open.version());
        assertThat(closed.status())
                .as(new String(closed.body(), StandardCharsets.UTF_8))
                .isLessThan(300);

        assertThat(approve(late).code()).isEqualTo("room.case_closed");
        assertThat(apply(open.party("later"), Map.of()).code()).isEqualTo("room.case_closed");
        assertThat(lawyer.get(open.path("/room")).status()).isEqualTo(200);
        assertThat(open.party("a1")
                        .post(path(agent, "revocation"), Map.of("reason", "已结案"))
                        .status())
                .isEqualTo(200);
        assertThat(lawyer.get(open.path("/room")).status()).isEqualTo(404);
    }

    @Test
    void whoIsSuspendedIsSoThroughAnAgentTooAndAnAgentAlone() {
        String agent = ask(lawyer, Map.of());
        approve(agent);
        judge.post(open.path("/members/a1/suspension"), Map.of("reason", "理由"));
        assertThat(lawyer.post(open.path("/messages"), Map.of("text", "代他说")).code())
                .isEqualTo("message.suspended");
        judge.post(open.path("/members/a1/restoration"), Map.of("reason", "理由"));

        assertThat(judge.post(open.path("/members/" + agent + "/suspension"), Map.of("reason", "理由"))
                        .status())
                .isEqualTo(200);

        assertThat(lawyer.post(open.path("/messages"), Map.of("text", "我说")).code())
                .isEqualTo("message.suspended");
        open.say(1);
    }

    private String talk(Map<String, Object> payment) {
        Map<String, Object> draft = new HashMap<>(Map.of("participantIds", List.of("a1"), "transcript", "双方确认。"));
        if (payment != null) {
            draft.put("payment", payment);
        }
        return judge.post(open.path("/talks"), draft).json().get("talkId").asString();
    }

    private Answer confirm(Caller who, String talk) {
        return who.post(open.path("/talks/" + talk + "/confirmation"), Map.of());
    }
}
