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

    /** An enforcement judge has the case 分案. */
    record JudgeAssigned(String courtCode, String judgeId, String judgeName) implements FilingEvent {}

    /**
     * Somebody missed a limit without fault and asks for another 申请顺延期限 (Civil Procedure Law art. 86, rule K5).
     *
     * @param rule which limit, such as {@code CORRECTION}
     * @param missed its last day
     * @param endedOn when the obstacle ended
     * @param outageId the platform's own outage it appeals to
     */
    record ExtensionRequested(
            String rule,
            LocalDate missed,
            Secret obstacle,
            LocalDate endedOn,
            @Nullable String outageId) implements FilingEvent {}

    /**
     * The court decided on it.
     *
     * @param until the new last day; null when refused
     * @param decidedBy staff id of the filing judge
     */
    record ExtensionDecided(
            String rule, boolean granted, @Nullable LocalDate until, Secret reason, String decidedBy)
            implements FilingEvent {}
}
