package court.interaction.member;

import court.platform.model.Refusal;

/** Why the members of a case stay as they are. */
enum MemberRefusal implements Refusal {
    NOT_A_COLLEAGUE(Kind.INVALID, "本院没有这名工作人员，或者其岗位不能承担此项工作，请从本院人员名单中重新选择。"),
    ALREADY_ASSISTANT(Kind.CONFLICT, "该人员已经是本案的法官助理或书记员，无需重复添加。"),
    NOT_AN_ASSISTANT(Kind.CONFLICT, "该人员不是本案的法官助理或书记员，请刷新成员列表后再操作。"),
    OWN_CASE(Kind.INVALID, "代管法官不能是承办法官本人，请选择其他同事。"),
    DAYS_WRONG(Kind.INVALID, "代管日期有误：请填写 from 和 until，结束日期不能早于开始日期或今天，代管不超过 %s 天。"),
    NO_DEPUTY(Kind.CONFLICT, "本案目前没有代管法官，请刷新成员列表后查看。"),
    NO_SUCH_MEMBER(Kind.NOT_FOUND, "本案没有这个成员，请从成员列表中选择。"),
    COURT_SPEAKS(Kind.INVALID, "只能暂停当事人或者代理人发言；法院工作人员请通过成员管理调整。"),
    ALREADY_SUSPENDED(Kind.CONFLICT, "该成员的发言已经暂停，无需重复操作。"),
    NOT_SUSPENDED(Kind.CONFLICT, "该成员本人没有被暂停发言；代理人不能发言的，请看其所代理的当事人是否被暂停。"),
    REASON_MISSING(Kind.INVALID, "没有填写理由，请在 reason 中填写 1 至 %s 字后再提交。");

    private final Kind kind;
    private final String detail;

    MemberRefusal(Kind kind, String detail) {
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
