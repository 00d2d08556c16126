package court.filing.assignment;

import court.platform.model.Refusal;

/** Why a case does not change hands. */
enum AssignmentRefusal implements Refusal {
    NOT_ACCEPTED(Kind.CONFLICT, "该申请尚未立案，没有承办法官；请在立案后再办理分案事项。"),
    NO_JUDGE_LEFT(Kind.CONFLICT, "本院没有可以承办本案的执行法官（均已回避、不在岗或者不承担收案），请核对法官名录，或者报请上级法院指定。"),
    NO_SUCH_JUDGE(Kind.INVALID, "judgeId 不是本院执行法官，请从本院执行法官名录中选择。"),
    SAME_JUDGE(Kind.INVALID, "%s已是本案承办法官，请选择其他法官。"),
    JUDGE_BARRED(Kind.INVALID, "%s已在本案回避或者参与过本案立案，不能承办本案，请选择其他法官。"),
    OWN_CASE(Kind.FORBIDDEN, "不能对本人承办或者将由本人承办的案件作出决定，请由其他有权人员办理。"),
    NOT_YOUR_CASE(Kind.FORBIDDEN, "只有本案承办法官可以申请回避。"),
    RECUSAL_PENDING(Kind.CONFLICT, "本案的回避申请尚未决定，请先作出回避决定。"),
    NO_RECUSAL(Kind.CONFLICT, "本案没有待决定的回避申请，请刷新后查看。"),
    REASON_MISSING(Kind.INVALID, "请在 %s 中写明理由，不超过 500 字。"),
    GROUND_MISSING(Kind.INVALID, "请在 ground 中写明回避事由：PARTY_OR_RELATIVE、INTEREST、OTHER_RELATION 之一。"),
    DECISION_MISSING(Kind.INVALID, "请在 granted 中写明是否准予回避：true 或者 false。"),
    CONFLICTS_WITH_NAMED(Kind.INVALID, "指定法官时不抽签，请不要填写 conflicts。"),
    TOO_MANY_CONFLICTS(Kind.INVALID, "conflicts 不能超过 %s 人，请核对。");

    private final Kind kind;
    private final String detail;

    AssignmentRefusal(Kind kind, String detail) {
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
