package court.archive.timeline;

/** What each kind of fact is called on a timeline. */
public final class Titles {

    /** For what a newer service tells that this one has no word for yet. */
    static final String OTHER = "其他事项";

    private Titles() {}

    public static String of(String type) {
        return switch (type) {
            case "FilingSubmitted" -> "提交立案申请";
            case "CorrectionRequired" -> "通知补正";
            case "FilingResubmitted" -> "完成补正";
            case "FilingRefused" -> "不予受理";
            case "FilingWithdrawn" -> "撤回立案申请";
            case "MaterialScanned" -> "材料病毒补查";
            case "ReviewTaken" -> "接手立案审查";
            case "CallNoted" -> "电话记录";
            case "CaseAccepted" -> "立案受理";
            case "JudgeAssigned" -> "分案";
            case "RecusalRequested" -> "承办法官申请回避";
            case "RecusalDecided" -> "作出回避决定";
            case "ExtensionRequested" -> "申请顺延期限";
            case "ExtensionDecided" -> "决定是否顺延期限";
            case "TermChangeRequested" -> "申请延长或者扣除执行期限";
            case "TermChangeDecided" -> "决定是否延长或者扣除执行期限";
            case "TermResumed" -> "恢复计算执行期限";
            case "DeadlineReminder" -> "期限提醒";
            case "RoomOpened" -> "开通一案一群";
            case "MessagePosted" -> "发送消息";
            case "MessageRecalled" -> "撤回消息";
            case "MessageCorrected" -> "更正消息";
            case "RespondentReleased" -> "被执行人进入一案一群";
            case "AssistantAdded" -> "助理人员加入";
            case "AssistantRemoved" -> "助理人员退出";
            case "DeputyNamed" -> "指定代管法官";
            case "DeputyEnded" -> "代管结束";
            case "AgentApplied" -> "代理人申请加入";
            case "AgentApproved" -> "同意代理人加入";
            case "AgentRefused" -> "不同意代理人加入";
            case "AgentRevoked" -> "解除委托代理";
            case "PostingSuspended" -> "暂停发言";
            case "PostingRestored" -> "恢复发言";
            case "TalkOpened" -> "谈话笔录待确认";
            case "TalkConfirmed" -> "确认谈话笔录";
            case "AnswerOverdue" -> "答复逾期";
            case "AnswerNotNeeded" -> "登记无需答复";
            case "CaseClosed" -> "结案";
            case "AssetQueryStarted" -> "发起财产查询";
            case "AssetQueryAnswered" -> "财产查询反馈";
            case "InstitutionReplyRefused" -> "拒收不可信的反馈";
            case "RulingRegistered" -> "登记裁定书和协助执行通知书";
            case "FreezeOrdered" -> "发出冻结指令";
            case "AssetFrozen" -> "财产已冻结";
            case "FreezeRefused" -> "协助单位未予冻结";
            case "UnfreezeOrdered" -> "发出解除冻结指令";
            case "AssetUnfrozen" -> "财产已解除冻结";
            case "UnfreezeRefused" -> "协助单位未予解除冻结";
            case "DossierSealed" -> "封卷";
            case "DossierReceived" -> "内网已接收卷宗";
            case "DossierRejected" -> "内网拒收卷宗";
            case "ProtectedDataViewed" -> "查看受保护信息";
            default -> OTHER;
        };
    }
}
