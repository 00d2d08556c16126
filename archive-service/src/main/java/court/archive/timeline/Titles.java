package court.archive.timeline;

/** What each kind of fact is called on a timeline. */
final class Titles {

    /** For what a newer service tells that this one has no word for yet. */
    static final String OTHER = "其他事项";

    private Titles() {}

    static String of(String type) {
        return switch (type) {
            case "FilingSubmitted" -> "提交立案申请";
            case "CorrectionRequired" -> "通知补正";
            case "FilingResubmitted" -> "完成补正";
            case "CaseAccepted" -> "立案受理";
            case "JudgeAssigned" -> "分案";
            case "RoomOpened" -> "开通一案一群";
            case "MessagePosted" -> "发送消息";
            case "RespondentReleased" -> "被执行人进入一案一群";
            case "ProtectedDataViewed" -> "查看受保护信息";
            default -> OTHER;
        };
    }
}
