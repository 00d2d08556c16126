package court.interaction.talk;

import court.platform.model.Refusal;

/** Why a talk is not put on record, or not confirmed. */
enum TalkRefusal implements Refusal {
    PARTICIPANTS_MISSING(Kind.INVALID, "没有选择谈话参加人，请在 participantIds 中填写当事人编号。"),
    NOT_IN_ROOM(Kind.INVALID, "谈话参加人不是本案当事人，请从成员列表中重新选择。"),
    RESPONDENT_NOT_RELEASED(Kind.CONFLICT, "该被执行人尚未获准进入互动空间，请先办理进入手续，再记录与其谈话。"),
    TRANSCRIPT_MISSING(Kind.INVALID, "谈话笔录为空，请填写 transcript 后再提交。"),
    TRANSCRIPT_TOO_LONG(Kind.INVALID, "谈话笔录超过 %s 字，请分次记录。"),
    PAYMENT_INCOMPLETE(Kind.INVALID, "付款信息不完整，请填写金额 amount、方式 way 和付款日期 paidOn。"),
    AMOUNT_ZERO(Kind.INVALID, "付款金额应大于零，请核对后重新填写。"),
    PAID_IN_FUTURE(Kind.INVALID, "付款日期不能晚于今天，请核对后重新填写。"),
    SPECIAL_AUTHORITY_NEEDED(Kind.FORBIDDEN, "这份笔录涉及款项给付，代理人须有代为收款的特别授权才能确认，请由当事人本人确认，或者补交授权委托书。"),
    ALREADY_CONFIRMED(Kind.CONFLICT, "该当事人已经确认过这份笔录，无需再次确认，请刷新后查看。");

    private final Kind kind;
    private final String detail;

    TalkRefusal(Kind kind, String detail) {
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
