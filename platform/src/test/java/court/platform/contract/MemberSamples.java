package court.platform.contract;

import court.platform.contract.Agent.Power;
import court.platform.json.Secret;
import java.time.LocalDate;
import java.util.List;

/** Facts about who belongs to a case, as the golden samples hold them. */
final class MemberSamples {

    private static final String AGENT = "88888888-8888-4888-8888-888888888881";
    private static final String CASE = "01930000-0000-7000-8000-000000000001";

    private MemberSamples() {}

    static List<CourtEvent> all(String court, String partyId) {
        return List.of(
                new MemberEvent.AssistantAdded(court, "songjiang-clerk", "松江书记员"),
                new MemberEvent.AssistantRemoved("songjiang-clerk"),
                new MemberEvent.DeputyNamed(
                        court,
                        "songjiang-judge-2",
                        "松江执行法官二",
                        "songjiang-judge-1",
                        LocalDate.of(2026, 2, 2),
                        LocalDate.of(2026, 2, 6)),
                new MemberEvent.DeputyEnded("songjiang-judge-2"),
                new MemberEvent.AgentApplied(
                        AGENT,
                        Agent.Kind.LAWYER,
                        List.of(Power.SETTLE, Power.COLLECT),
                        List.of(partyId),
                        new Secret(AGENT, "演示律师"),
                        new Secret(AGENT, "演示律师事务所"),
                        "13101202010000001",
                        new Secret(AGENT, "授权委托书.pdf"),
                        false),
                new MemberEvent.AgentApproved(
                        AGENT, "d".repeat(64), List.of(Power.SETTLE, Power.COLLECT), List.of(partyId)),
                new MemberEvent.AgentRefused(AGENT, new Secret(CASE, "授权委托书没有委托人签名。")),
                new MemberEvent.AgentRevoked(AGENT, List.of(partyId), new Secret(CASE, "当事人另行委托。")),
                new MemberEvent.PostingSuspended(partyId, new Secret(CASE, "多次发送与本案无关的内容。")),
                new MemberEvent.PostingRestored(partyId, new Secret(CASE, "已说明情况。")));
    }
}
