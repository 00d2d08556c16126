package court.interaction.card;

import com.fasterxml.jackson.annotation.JsonInclude;
import court.platform.contract.Agent.Power;
import court.platform.contract.AssetEvent.AssetKind;
import court.platform.contract.FilingEvent.TermWish;
import court.platform.contract.InteractionEvent.ClosingMode;
import court.platform.contract.InteractionEvent.Payment;
import court.platform.contract.Limit;
import court.platform.model.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a card shows, one record per kind: ids, amounts, dates and codes, never a protected value. Amounts are strings in
 * yuan, dates are days in Asia/Shanghai; what is not known is left out.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
sealed interface CardBody {

    /** Institutions are asked 查询已发起. */
    record QueryStarted(String queryId, String respondentId, List<String> institutions, boolean standing)
            implements CardBody {}

    /**
     * One institution's feedback 查询反馈; {@code found} 0 is a result too (rule RP5). The summary of feedback
     * 财产查询反馈汇总 is these added up.
     *
     * @param kinds how many of each kind
     */
    record QueryFeedback(String queryId, String respondentId, String institution, int found, Map<AssetKind, Long> kinds)
            implements CardBody {}

    /** An answer was thrown away; the institution is asked again. */
    record ReplyRefused(String institution, String requestNumber, String reason) implements CardBody {}

    /** A ruling and its assistance notice are registered 裁定书. */
    record Ruling(String rulingId, String number, String respondentId, Money limit) implements CardBody {}

    /** A freeze is ordered 冻结. */
    record Freezing(
            String freezeId,
            String rulingId,
            String respondentId,
            String institution,
            AssetKind assetKind,
            Money amount,
            LocalDate until)
            implements CardBody {}

    /** It is in place 已冻结. */
    record Frozen(String freezeId, Money amount, LocalDate from, LocalDate until) implements CardBody {}

    /** Lifting is ordered, or freezing or lifting was refused 未冻结、解除中、未解除. */
    record FreezeNote(String freezeId, String reason) implements CardBody {}

    /** It is lifted 已解除. */
    record Unfrozen(String freezeId, Money amount) implements CardBody {}

    /** The dossier or a supplement is sealed 封卷. */
    record Sealed(String packageId, int number, int pages) implements CardBody {}

    /** The intranet has it 内网已接收. */
    record Received(String packageId, long bundleNumber, Instant receivedAt) implements CardBody {}

    /** The intranet refuses it 内网拒收. */
    record Rejected(String packageId, long bundleNumber, String reason) implements CardBody {}

    /** A talk's record waits for its participants 笔录待确认. */
    record TalkToConfirm(
            String talkId,
            List<String> participantIds,
            @Nullable Payment payment) implements CardBody {}

    /** A participant confirmed it 笔录已确认. */
    record TalkSigned(String talkId, String partyId) implements CardBody {}

    /** The case is closed 结案. */
    record Closing(
            ClosingMode mode,
            List<String> talkIds,
            @Nullable Money claimed,
            @Nullable Money received) implements CardBody {}

    /** A limit comes near or is over 期限提醒; {@code daysLeft} is negative when it is over. */
    record Deadline(Limit limit, long daysLeft) implements CardBody {}

    /** The term of enforcement was prolonged, stopped or runs again 执行期限变更. */
    record TermMoved(
            @Nullable String prolongedBy,
            @Nullable Integer months,
            @Nullable String ground,
            @Nullable LocalDate firstDay,
            @Nullable LocalDate lastDay,
            LocalDate due,
            boolean provisional)
            implements CardBody {

        static TermMoved of(TermWish it, LocalDate due, boolean provisional) {
            return new TermMoved(
                    it.prolongedBy(), it.months(), it.ground(), it.firstDay(), it.lastDay(), due, provisional);
        }
    }

    /** A party has waited too long for the court's answer 答复逾期. */
    record Overdue(String partyId, String messageId, Instant askedAt, LocalDate due) implements CardBody {}

    /** What a party wrote needs no answer 无需答复. */
    record Settled(String partyId, String throughMessageId) implements CardBody {}

    /** A respondent is in the room 被执行人已进入. */
    record Joined(String partyId) implements CardBody {}

    /** The case has another judge 承办法官变更. */
    record Reassigned(
            String judgeId,
            String judgeName,
            String replaces,
            @Nullable String reason) implements CardBody {}

    /** An assistant was added or removed, or nobody stands in any more 法官助理、代管. */
    record Staff(String staffId, @Nullable String name) implements CardBody {}

    /** A colleague stands in for the judge 代管. */
    record Deputy(String staffId, String name, LocalDate from, LocalDate until) implements CardBody {}

    /** An agent asks, is approved, refused or ended 代理人; the name and a reason are in the list of agents. */
    record Acting(
            String agentId,
            @Nullable List<String> represents,
            @Nullable List<Power> powers) implements CardBody {}

    /** Somebody may not speak, or may again 禁言; the reason is in the list of members. */
    record Posting(String memberId) implements CardBody {}
}
