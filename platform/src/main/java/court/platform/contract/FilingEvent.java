package court.platform.contract;

import court.platform.json.Secret;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the filing service tells: topic {@code court.filing.v1}. */
public sealed interface FilingEvent extends CourtEvent {

    /**
     * A document handed in with the application. The file itself is in the fact's list of files under the same id.
     *
     * @param madeFrom file ids of the pictures it was put together from, in order, which are originals of this fact too
     */
    record Material(
            String fileId,
            String kind,
            Secret name,
            @Nullable List<String> madeFrom) {

        public Material(String fileId, String kind, Secret name) {
            this(fileId, kind, name, null);
        }
    }

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
}
