package court.interaction.agent;

import court.platform.model.Refusal;

/** Why somebody is not let in as agent, or not let out. */
enum AgentRefusal implements Refusal {
    PARTY_MISSING(Kind.INVALID, "没有填写被代理的当事人，请在 partyIds 中填写当事人编号。"),
    KIND_UNKNOWN(Kind.INVALID, "代理人身份 kind 不能识别，请从律师、基层法律服务工作者、近亲属、工作人员、被推荐的公民中选择。"),
    POWER_UNKNOWN(Kind.INVALID, "代理权限 powers 不能识别，请只填写授权委托书载明的特别授权事项；一般授权请留空。"),
    NAME_MISSING(Kind.INVALID, "没有填写代理人姓名，请在 name 中填写后再提交。"),
    TEXT_TOO_LONG(Kind.INVALID, "姓名、工作单位、执业证号均不能超过 %s 字，请缩短后再提交。"),
    LICENCE_MISSING(Kind.INVALID, "律师和基层法律服务工作者应填写工作单位 firm 和执业证号 licence，请补充后再提交。"),
    YOUR_OWN(Kind.CONFLICT, "您本人已经可以代表该当事人，无需申请代理。"),
    OTHER_SIDE(Kind.CONFLICT, "您在本案中已代表另一方当事人，不能同时代理双方。"),
    ALREADY_ASKED(Kind.CONFLICT, "您已就该当事人提交过申请或者已是其代理人，无需重复申请。"),
    NOT_WAITING(Kind.CONFLICT, "该申请已经处理，请刷新后查看结果。"),
    NOT_ACTING(Kind.CONFLICT, "该代理关系已经结束，请刷新后查看。"),
    SECOND_PERSON(Kind.FORBIDDEN, "提出申请的人不能审批自己的申请，请由承办法官审批。"),
    REASON_MISSING(Kind.INVALID, "没有填写理由，请在 reason 中填写 1 至 %s 字后再提交。");

    private final Kind kind;
    private final String detail;

    AgentRefusal(Kind kind, String detail) {
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
