package court.platform.contract;

import com.fasterxml.jackson.annotation.JsonInclude;
import court.platform.json.Secret;
import java.time.Instant;
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

    /**
     * One thing that is missing, told once and completely (rule RF2).
     *
     * @param paper why it is wanted on paper although it came electronically (rule RF3); null when it is not
     */
    record Missing(String item, String reason, @Nullable PaperReason paper) {

        public Missing(String item, String reason) {
            this(item, reason, null);
        }
    }

    /** The four reasons for which paper may be asked for (Online Litigation Rules art. 12, rule RF3). */
    enum PaperReason {
        /** 对方当事人认为不一致并提出合理理由 */
        OBJECTION_WITH_CAUSE,
        /** 电子化材料呈现不完整、内容不清晰、格式不规范 */
        INCOMPLETE_OR_UNCLEAR,
        /** 卷宗、档案管理相关规定要求 */
        ARCHIVE_RULES,
        /** 人民法院认为有必要 */
        COURT_FINDS_NECESSARY
    }

    /**
     * The application reached the court 提交立案.
     *
     * @param channel WEB, WECHAT_12368, SUISHENBAN, MAIL or COUNTER
     * @param clues where property of the respondents may be; never for their eyes
     * @param enteredBy staff id of the clerk who entered it from paper or by word of mouth
     * @param posting when it was posted and arrived, if it came by mail
     */
    record FilingSubmitted(
            String courtCode,
            String channel,
            List<Party> parties,
            Claim claim,
            Basis basis,
            List<Material> materials,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Agent> agents,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Clue> clues,
            @Nullable String enteredBy,
            @Nullable Posting posting)
            implements FilingEvent {

        public FilingSubmitted {
            agents = known(agents);
            clues = known(clues);
        }
    }

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
            String courtCode,
            String channel,
            List<Party> parties,
            Claim claim,
            Basis basis,
            List<Material> materials,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Agent> agents,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Clue> clues,
            @Nullable String enteredBy,
            @Nullable Posting posting)
            implements FilingEvent {

        public FilingResubmitted {
            agents = known(agents);
            clues = known(clues);
        }
    }

    /**
     * The case is accepted 立案受理.
     *
     * @param acceptedBy staff id of the filing judge
     */
    record CaseAccepted(
            String caseNumber,
            String courtCode,
            List<Party> parties,
            Claim claim,
            Basis basis,
            String acceptedBy,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Agent> agents)
            implements FilingEvent {

        public CaseAccepted {
            agents = known(agents);
        }
    }

    /**
     * The application is refused 不予受理.
     *
     * @param reasonCode such as NO_JURISDICTION
     * @param reason what the applicant is told
     */
    record FilingRefused(String courtCode, String reasonCode, Secret reason, String refusedBy) implements FilingEvent {}

    /**
     * The applicant took the application back before the court decided 撤回申请; another may be made.
     *
     * @param enteredBy staff id of the clerk who entered that the applicant did
     */
    record FilingWithdrawn(
            String courtCode, Secret reason, @Nullable String enteredBy) implements FilingEvent {}

    /**
     * A filing judge took the review; nobody else decides meanwhile.
     *
     * @param reason why it was taken from the one who had it
     */
    record ReviewTaken(
            String reviewerId,
            @Nullable String from,
            @Nullable Secret reason) implements FilingEvent {}

    /**
     * Somebody of the court spoke with a party or agent by phone 电话记录. For the court alone.
     *
     * @param with party id or agent id
     */
    record CallNoted(String noteId, String with, Secret text) implements FilingEvent {}

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
            implements FilingEvent {}

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

    /**
     * A file taken while no scanner answered was looked into 病毒补查. Its bytes stay what they are.
     *
     * @param state CLEAN or INFECTED
     * @param engine the scanner's program and signatures with their date
     * @param found what it calls what it found; null when clean
     */
    record MaterialScanned(
            String fileId,
            String state,
            Instant scannedAt,
            @Nullable String engine,
            @Nullable String found) implements FilingEvent {}

    /**
     * What is to change a case's term of enforcement (rule K4): either more months or days that are not counted.
     *
     * @param prolongedBy PRESIDENT or HIGH_COURT
     * @param ground why days are not counted, such as AUCTION
     * @param firstDay the first day not counted
     * @param lastDay the last one; null while the ground lasts
     * @param document number of the paper it rests on
     */
    record TermWish(
            @Nullable String prolongedBy,
            @Nullable Integer months,
            @Nullable String ground,
            @Nullable LocalDate firstDay,
            @Nullable LocalDate lastDay,
            @Nullable String document) {

        /** The same with its last day. */
        public TermWish until(LocalDate day) {
            return new TermWish(prolongedBy, months, ground, firstDay, day, document);
        }
    }

    /** The judge of the case asks to prolong its term, or not to count days of it 申请延长、扣除执行期限. */
    record TermChangeRequested(String changeId, TermWish wish, Secret reason) implements FilingEvent {}

    /**
     * It was decided on 决定延长、扣除执行期限.
     *
     * @param due last day of the term of enforcement after it
     * @param provisional it moves on while the ground lasts
     * @param decidedBy staff id of who approves by the rule
     */
    record TermChangeDecided(
            String changeId,
            boolean granted,
            TermWish wish,
            LocalDate due,
            boolean provisional,
            Secret reason,
            String decidedBy)
            implements FilingEvent {}

    /** What was not counted is over and the term runs again 恢复计算期限; {@code wish} has its last day. */
    record TermResumed(String changeId, TermWish wish, LocalDate due, String toldBy) implements FilingEvent {}

    /**
     * A limit of the case comes near or is over 期限提醒. It changes nothing, so it is neither leaf nor entry.
     *
     * @param daysLeft calendar days; negative when it is over
     */
    record DeadlineReminder(Limit limit, long daysLeft) implements FilingEvent {

        @Override
        public FactKind kind() {
            return FactKind.OPERATION;
        }
    }

    /** Facts told before a list was known to them have none. */
    private static <T> List<T> known(@Nullable List<T> list) {
        return list == null ? List.of() : List.copyOf(list);
    }
}
