package court.filing.deadline;

import court.platform.model.Refusal;

/** Why a limit is not extended, or the request not taken. */
enum ExtensionRefusal implements Refusal {
    OBSTACLE_MISSING(Kind.INVALID, "请在 obstacle 中写明耽误期限的事由（不超过 500 字）。"),
    ENDED_ON_MISSING(Kind.INVALID, "请在 endedOn 中填写障碍消除的日期。"),
    ENDED_IN_FUTURE(Kind.INVALID, "障碍消除的日期不能晚于今天，请在障碍消除后申请。"),
    NO_SUCH_OUTAGE(Kind.INVALID, "没有找到所援引的平台故障记录，请核对 outageId。"),
    NOT_MISSED(Kind.CONFLICT, "没有已经届满而未完成的补正期限，无需申请顺延，请直接办理。"),
    TOO_LATE(Kind.CONFLICT, "申请顺延应在障碍消除后十日内提出，最迟为 %s，现已逾期；请联系立案庭或者重新提交申请。"),
    ALREADY_REQUESTED(Kind.CONFLICT, "顺延申请已经提交，请等待法院决定。"),
    ALREADY_DECIDED(Kind.CONFLICT, "对该期限的顺延申请法院已有决定，请查看决定内容。"),
    NOTHING_REQUESTED(Kind.CONFLICT, "没有待决定的顺延申请，请刷新后查看。"),
    GRANT_MISSING(Kind.INVALID, "请在 grant 中写明是否准许（true 或 false）。"),
    UNTIL_OUT_OF_RANGE(Kind.INVALID, "准许顺延的，请在 until 中填写顺延后的届满日：晚于今天，且在 90 天以内。"),
    UNTIL_NOT_WANTED(Kind.INVALID, "不予准许的，不应填写 until，请删除后重新提交。"),
    REASON_MISSING(Kind.INVALID, "请在 reason 中写明决定的理由（不超过 500 字）。");

    private final Kind kind;
    private final String detail;

    ExtensionRefusal(Kind kind, String detail) {
        this.kind = kind;
        this.detail = detail;
    }

    @Override
    public Kind kind() {
        return kind;
    }

    @Override
    public String detail() {
        return detail;
    }
}
