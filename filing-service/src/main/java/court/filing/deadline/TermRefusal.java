package court.filing.deadline;

import court.platform.model.Refusal;

/** Why a term of enforcement is not changed (K4). */
enum TermRefusal implements Refusal {
    WISH_INCOMPLETE(
            Kind.INVALID,
            "请写明一项：延长的写 prolongedBy（PRESIDENT 本院院长、HIGH_COURT 层报高级人民法院备案）和 months；扣除的写 ground 和 firstDay，已结束的并写 lastDay。"),
    REASON_MISSING(Kind.INVALID, "请在 reason 中写明理由（不超过 500 字）。"),
    DOCUMENT_MISSING(Kind.INVALID, "层报高级人民法院备案的，请在 document 中写明报备文号（不超过 100 字）。"),
    DOCUMENT_TOO_LONG(Kind.INVALID, "document 不能超过 100 字，请缩减。"),
    MONTHS_OUT_OF_RANGE(Kind.INVALID, "本院院长批准延长不超过 3 个月，层报高级人民法院备案的每次不超过 12 个月，请更正 months。"),
    ORDER_OF_PROLONGING(Kind.CONFLICT, "执行期限先由本院院长批准延长一次，还需延长的层报高级人民法院备案，请更正 prolongedBy。"),
    GROUND_NOT_COUNTED(Kind.INVALID, "该事由不在可以扣除的期间之列，请更正 ground。"),
    DAYS_OUT_OF_RANGE(Kind.INVALID, "扣除期间自立案次日起算：firstDay 应在立案之后、不晚于今天和期限届满日，lastDay 不早于 firstDay、不超过三年。"),
    NO_TERM(Kind.CONFLICT, "本案没有正在计算的执行期限，不能延长或者扣除。"),
    TERM_OVER(Kind.CONFLICT, "执行期限已于 %s 届满，延长应在届满前申请。"),
    ALREADY_REQUESTED(Kind.CONFLICT, "本案已有一项延长或者扣除期限的申请待决定，请等待决定后再提出。"),
    NO_SUCH_REQUEST(Kind.NOT_FOUND, "没有找到该项延长或者扣除期限的申请，请刷新后重试。"),
    ALREADY_DECIDED(Kind.CONFLICT, "该项申请已有决定，请刷新后查看。"),
    GRANT_MISSING(Kind.INVALID, "请在 grant 中写明是否准许（true 或 false）。"),
    OWN_CASE(Kind.FORBIDDEN, "不能审批本人提出的申请，请由其他院领导决定。"),
    NOT_STANDING(Kind.CONFLICT, "该项不是正在扣除的期间，无需恢复计算。"),
    RESUMED_OUT_OF_RANGE(Kind.INVALID, "请在 lastDay 中填写扣除的最后一日：不早于扣除开始之日，不晚于今天。");

    private final Kind kind;
    private final String detail;

    TermRefusal(Kind kind, String detail) {
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
