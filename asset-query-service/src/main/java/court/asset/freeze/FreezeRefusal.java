package court.asset.freeze;

import court.platform.model.Refusal;

/** Why something is not frozen, or not released. */
enum FreezeRefusal implements Refusal {
    FIELDS_MISSING(Kind.MALFORMED, "请填写裁定书 rulingId、财产 assetId、协助单位 institution 和冻结金额 amount。"),
    AMOUNT_ZERO(Kind.INVALID, "冻结金额应大于零，请更正 amount。"),
    NO_MONEY_CLAIM(Kind.INVALID, "本案执行请求没有金额，不能按金额冻结财产。"),
    ABOVE_CLAIM(Kind.INVALID, "冻结金额超出本案尚可冻结的 %s 元，不得明显超标的额冻结，请减少 amount。"),
    ABOVE_RULING(Kind.INVALID, "冻结金额超出该裁定书尚可控制的 %s 元，请减少 amount 或登记新的裁定书。"),
    EXEMPT(Kind.INVALID, "该财产依法不得冻结：%s。"),
    NO_SUCH_ASSET(Kind.INVALID, "该协助单位最近一次反馈中没有被执行人的这项财产，请先查询并从反馈中选择。"),
    TERM_UNCLEAR(Kind.MALFORMED, "期限请在 months 和 until 中只填一项，且应在今天之后。"),
    TERM_TOO_LONG(Kind.INVALID, "该类财产的冻结期限最长 %s 个月，请缩短期限。"),
    NO_SUCH_FREEZE(Kind.NOT_FOUND, "没有找到该冻结，请刷新后重试。"),
    REASON_MISSING(Kind.MALFORMED, "请在 reason 中写明解除理由（不超过 200 字）。"),
    NOT_NOW(Kind.CONFLICT, "该冻结当前状态为“%s”，不能解除，请刷新后查看。");

    private final Kind kind;
    private final String detail;

    FreezeRefusal(Kind kind, String detail) {
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
