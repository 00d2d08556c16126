package court.ledger.coverage;

import court.platform.model.Refusal;

/** Why no coverage can be told now. */
enum CoverageRefusal implements Refusal {
    SILENT(Kind.UNAVAILABLE, "%s 服务暂时没有应答，无法统计上链覆盖，请稍后重试；如仍失败，请联系法院技术人员。");

    private final Kind kind;
    private final String detail;

    CoverageRefusal(Kind kind, String detail) {
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
