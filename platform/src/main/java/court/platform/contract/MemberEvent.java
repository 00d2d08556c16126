package court.platform.contract;

import court.platform.contract.Agent.Power;
import court.platform.json.Secret;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the interaction service tells about who belongs to a case besides its parties and its judge: topic
 * {@code court.interaction.v1}. Every service learns membership from it.
 */
public sealed interface MemberEvent extends CourtEvent {

    /** The judge of the case took somebody of the court as assistant 法官助理、书记员. */
    record AssistantAdded(String courtCode, String staffId, String name) implements MemberEvent {}

    /** The judge of the case does without the assistant from now on. */
    record AssistantRemoved(String staffId) implements MemberEvent {}

    /**
     * A colleague stands in for the judge 代管; one at a time, a later one replaces an earlier one.
     *
     * @param standsInFor staff id of the judge
     * @param from first day, Asia/Shanghai
     * @param until last day
     */
    record DeputyNamed(
            String courtCode, String staffId, String name, String standsInFor, LocalDate from, LocalDate until)
            implements MemberEvent {}

    /** Nobody stands in any more: the judge is back, or the case has another judge. */
    record DeputyEnded(String staffId) implements MemberEvent {}

    /**
     * Somebody asks to act for parties by letter of authority 委托代理; nothing is open to them before the judge approves. The
     * letter, if it was handed in here, is in the fact's list of files.
     *
     * @param represents party ids, all on one side
     * @param powers what the letter allows besides appearing (rule RF7); empty means general authority 一般代理
     * @param filed named in the application for enforcement already; its letter is among the materials
     */
    record AgentApplied(
            String agentId,
            Agent.Kind agentKind,
            List<Power> powers,
            List<String> represents,
            Secret name,
            @Nullable Secret firm,
            @Nullable String licence,
            @Nullable Secret letterName,
            boolean filed)
            implements MemberEvent {}

    /**
     * The judge approved: the agent reads what these parties read and speaks for them, within the powers.
     *
     * @param personKey pseudonym of the agent's verified identity
     */
    record AgentApproved(String agentId, String personKey, List<Power> powers, List<String> represents)
            implements MemberEvent {}

    /** The judge refused. */
    record AgentRefused(String agentId, Secret reason) implements MemberEvent {}

    /**
     * The party or the judge ended it 解除委托; from now on nothing is open to the agent.
     *
     * @param represents the parties the agent acts for no more
     */
    record AgentRevoked(String agentId, List<String> represents, Secret reason) implements MemberEvent {}

    /**
     * A party or an agent may read but not speak 禁言.
     *
     * @param memberId party id, which takes in everybody who speaks for the party, or agent id
     */
    record PostingSuspended(String memberId, Secret reason) implements MemberEvent {}

    /** They may speak again. */
    record PostingRestored(String memberId, Secret reason) implements MemberEvent {}
}
