package court.asset.ruling;

import court.platform.model.Refusal;

/** Why a ruling is not registered. */
public enum RulingRefusal implements Refusal {
    FILES_MISSING(Kind.MALFORMED, "请同时上传裁定书（ruling）和协助执行通知书（notice）各一份。"),
    NOT_A_PDF(Kind.INVALID, "裁定书和协助执行通知书应为 PDF 文件，请转换后重新上传。"),
    FIELDS_MISSING(Kind.MALFORMED, "请填写裁定书文号 number（不超过 60 字）、被执行人 respondentId 和控制限额 limit。"),
    BAD_FORM(Kind.MALFORMED, "表单内容有误，请只填写 number、respondentId、limit 并附上两份文件。"),
    LIMIT_ZERO(Kind.INVALID, "控制限额应大于零，请更正 limit。"),
    NO_SUCH_RULING(Kind.NOT_FOUND, "没有找到该裁定书，请先登记裁定书和协助执行通知书。"),
    NO_SUCH_FILE(Kind.NOT_FOUND, "没有找到该文件，请刷新后重试。");

    private final Kind kind;
    private final String detail;

    RulingRefusal(Kind kind, String detail) {
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
