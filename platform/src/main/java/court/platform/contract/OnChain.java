package court.platform.contract;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What has to be on the chain 上链事项 (rule RE2; 法发〔2022〕16号 (11), (12)), and the acts that each is made of. An item without acts has
 * nobody yet who tells any.
 */
public enum OnChain {
    CASE_INFORMATION(
            "案件信息",
            FilingEvent.FilingSubmitted.class,
            FilingEvent.CorrectionRequired.class,
            FilingEvent.FilingResubmitted.class,
            FilingEvent.MaterialScanned.class,
            FilingEvent.ReviewTaken.class,
            FilingEvent.CaseAccepted.class,
            FilingEvent.FilingRefused.class,
            FilingEvent.FilingWithdrawn.class,
            FilingEvent.ExtensionRequested.class,
            FilingEvent.ExtensionDecided.class,
            FilingEvent.TermChangeRequested.class,
            FilingEvent.TermChangeDecided.class,
            FilingEvent.TermResumed.class),
    PARTIES(
            "当事人",
            InteractionEvent.RespondentReleased.class,
            MemberEvent.AgentApplied.class,
            MemberEvent.AgentApproved.class,
            MemberEvent.AgentRefused.class,
            MemberEvent.AgentRevoked.class),
    ORGANISATIONS(
            "组织机构",
            FilingEvent.JudgeAssigned.class,
            FilingEvent.RecusalRequested.class,
            FilingEvent.RecusalDecided.class,
            MemberEvent.AssistantAdded.class,
            MemberEvent.AssistantRemoved.class,
            MemberEvent.DeputyNamed.class,
            MemberEvent.DeputyEnded.class),
    ENFORCEMENT_NOTICE("执行通知"),
    PROPERTY_CONTROL(
            "财产查控",
            AssetEvent.AssetQueryStarted.class,
            AssetEvent.AssetQueryAnswered.class,
            AssetEvent.InstitutionReplyRefused.class,
            AssetEvent.RulingRegistered.class,
            AssetEvent.FreezeOrdered.class,
            AssetEvent.AssetFrozen.class,
            AssetEvent.FreezeRefused.class,
            AssetEvent.UnfreezeOrdered.class,
            AssetEvent.AssetUnfrozen.class,
            AssetEvent.UnfreezeRefused.class),
    PROPERTY_DISPOSAL("财产处置"),
    CASE_MONEY("案款"),
    CREDIT_SANCTIONS("信用惩戒"),
    EVIDENCE_TAKING("执行取证"),
    INTERACTION(
            "执行互动",
            FilingEvent.CallNoted.class,
            InteractionEvent.RoomOpened.class,
            InteractionEvent.MessagePosted.class,
            InteractionEvent.MessageRecalled.class,
            InteractionEvent.MessageCorrected.class,
            InteractionEvent.TalkOpened.class,
            InteractionEvent.TalkConfirmed.class,
            InteractionEvent.AnswerNotNeeded.class,
            MemberEvent.PostingSuspended.class,
            MemberEvent.PostingRestored.class),
    CLOSING("案件报结", InteractionEvent.CaseClosed.class),
    ARCHIVING(
            "卷宗归档",
            DossierEvent.DossierSealed.class,
            DossierEvent.DossierReceived.class,
            DossierEvent.DossierRejected.class),
    SERVICE("送达文书与回执");

    private static final Map<String, OnChain> BY_TYPE = Arrays.stream(values())
            .flatMap(item -> item.types.stream().map(type -> Map.entry(type, item)))
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));

    private final String title;
    private final List<String> types;

    @SafeVarargs
    OnChain(String title, Class<? extends CourtEvent>... acts) {
        this.title = title;
        this.types = Arrays.stream(acts).map(Class::getSimpleName).toList();
    }

    /** As the court says it. */
    public String title() {
        return title;
    }

    /** Whether anybody tells acts of it yet. */
    public boolean isBuilt() {
        return !types.isEmpty();
    }

    /** Which item an act of this type belongs to. */
    public static Optional<OnChain> of(String type) {
        return Optional.ofNullable(BY_TYPE.get(type));
    }
}
