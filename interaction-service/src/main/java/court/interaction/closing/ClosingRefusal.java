package court.interaction.closing;

import court.platform.model.Refusal;

/** Why a case is not closed. All but the first two are what {@link #NOT_READY} lists in {@code errors}. */
enum ClosingRefusal implements Refusal {
    NOT_READY(Kind.CONFLICT, "结案条件尚未具备，请按所列各项处理后再办理结案。"),
    MODE_UNAVAILABLE(Kind.INVALID, "目前只能以执行完毕（PERFORMED）方式结案，请更换结案方式，或在线下办理。"),
    TALKS_MISSING(Kind.CONFLICT, "没有列明作为结案依据的谈话笔录，请在 talkIds 中填写。"),
    TALK_UNKNOWN(Kind.CONFLICT, "本案没有谈话笔录 %s，请核对编号。"),
    TALK_NOT_CONFIRMED(Kind.CONFLICT, "谈话笔录 %s 尚有参加人 %s 未确认，请待其确认。"),
    APPLICANT_NOT_CONFIRMED(Kind.CONFLICT, "申请执行人 %s 没有确认谈话笔录 %s，请与其谈话并由其确认。"),
    PAYMENT_SHORT(Kind.CONFLICT, "已确认收到 %s 元，少于申请执行金额 %s 元，请补充付款的谈话笔录。"),
    CLAIM_UNKNOWN(Kind.CONFLICT, "本案申请执行金额不明，不能核对是否执行完毕，请联系法院技术人员。"),
    FREEZE_STANDING(Kind.CONFLICT, "冻结 %s 尚未解除（%s），请%s。");

    private final Kind kind;
    private final String detail;

    ClosingRefusal(Kind kind, String detail) {
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
