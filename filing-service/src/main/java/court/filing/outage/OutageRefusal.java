package court.filing.outage;

import court.platform.model.Refusal;

/** Why an outage is not recorded or not shown. */
enum OutageRefusal implements Refusal {
    TIMES_MISSING(Kind.INVALID, "请填写故障开始时间 began 和结束时间 ended。"),
    ENDS_BEFORE_IT_BEGINS(Kind.INVALID, "故障结束时间须晚于开始时间，请更正 began、ended。"),
    IN_FUTURE(Kind.INVALID, "故障结束时间不能晚于现在，请在故障结束后登记。"),
    TOO_LONG(Kind.INVALID, "一条故障记录不能超过 31 天，请分次登记。"),
    NOTE_MISSING(Kind.INVALID, "请在 note 中写明故障情况（不超过 200 字）。"),
    RANGE_UNUSABLE(Kind.MALFORMED, "查询时间段不正确：from 须早于 to，且相隔不超过 366 天。"),
    NO_SUCH_OUTAGE(Kind.NOT_FOUND, "没有找到该故障记录，请核对编号。");

    private final Kind kind;
    private final String detail;

    OutageRefusal(Kind kind, String detail) {
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
