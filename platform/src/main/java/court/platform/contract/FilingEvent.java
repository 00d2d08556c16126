package court.platform.contract;

import court.platform.json.Secret;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the filing service tells: topic {@code court.filing.v1}. */
public sealed interface FilingEvent extends CourtEvent {

    /** A document handed in with the application. The file itself is in the fact's list of files under the same id. */
    record Material(String fileId, String kind, Secret name) {}

    /** One thing that is missing, told once and completely (rule RF2). */
    record Missing(String item, String reason) {}

    /** The application reached the court 提交立案. */
    record FilingSubmitted(
            String courtCode, String channel, List<Party> parties, Claim claim, Basis basis, List<Material> materials)
            implements FilingEvent {}

    /**
     * The court returned it once with everything that is missing 补正.
     *
     * @param due last day for the answer, Asia/Shanghai
     * @param againReason why something is asked that was visible the first time (rule RF2)
     */
    record CorrectionRequired(
            List<Missing> missing, LocalDate due, @Nullable String againReason) implements FilingEvent {}

    /** The corrected application came back; the term of rule RF1 starts again. */
    record FilingResubmitted(
            String courtCode, String channel, List<Party> parties, Claim claim, Basis basis, List<Material> materials)
            implements FilingEvent {}

    /**
     * The case is accepted 立案受理.
     *
     * @param acceptedBy staff id of the filing judge
     */
    record CaseAccepted(
            String caseNumber, String courtCode, List<Party> parties, Claim claim, Basis basis, String acceptedBy)
            implements FilingEvent {}

    /**
     * An enforcement judge has the case 分案.
     *
     * @param lot how they were drawn; null when they were named
     * @param replaces staff id of the judge who had it before; null at acceptance
     * @param reason why it changed hands 重新分案; the parties read it too
     */
    record JudgeAssigned(
            String courtCode,
            String judgeId,
            String judgeName,
            @Nullable Lot lot,
            @Nullable String replaces,
            @Nullable String reason)
            implements FilingEvent {

        /** The first judge of a case, as it was told before draws were recorded. */
        public JudgeAssigned(String courtCode, String judgeId, String judgeName) {
            this(courtCode, judgeId, judgeName, null, null, null);
        }
    }

    /** Why a judge may not decide a case 回避事由 (Civil Procedure Law art. 47). */
    enum RecusalGround {
        /** 本案当事人，或者当事人、诉讼代理人近亲属 */
        PARTY_OR_RELATIVE,
        /** 与本案有利害关系 */
        INTEREST,
        /** 与本案当事人、诉讼代理人有其他关系，可能影响公正审理 */
        OTHER_RELATION
    }

    /** The judge of the case asks to be taken off it 自行回避; told to the court only. */
    record RecusalRequested(String recusalId, String judgeId, RecusalGround ground, Secret statement)
            implements FilingEvent {}

    /** What the supervisor decided on it 回避决定; when granted, the next judge follows as a fact of its own. */
    record RecusalDecided(String recusalId, String judgeId, boolean granted, Secret reason) implements FilingEvent {}
}
