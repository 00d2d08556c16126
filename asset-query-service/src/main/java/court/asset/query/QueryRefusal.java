package court.asset.query;

import court.platform.model.Refusal;

/** Why institutions are not asked. */
enum QueryRefusal implements Refusal {
    RESPONDENT_MISSING(Kind.MALFORMED, "请在 respondentId 中写明要查询的被执行人。"),
    NOBODY_TO_ASK(Kind.UNAVAILABLE, "目前没有可以查询的协助单位，请稍后再试。");

    private final Kind kind;
    private final String detail;

    QueryRefusal(Kind kind, String detail) {
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
