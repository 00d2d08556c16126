package court.filing.calendar;

import court.platform.model.Refusal;

/** Why an announcement of public holidays is not taken. */
enum CalendarRefusal implements Refusal {
    YEAR_MISSING(Kind.INVALID, "请在 year 中填写公告所属年份（%s 至 %s）。"),
    PAPERS_MISSING(Kind.INVALID, "请在 papers 中填写国务院放假通知的网址（1 至 10 个，以 http:// 或 https:// 开头）。"),
    DAYS_MISSING(Kind.INVALID, "请在 days 中逐日列出放假日和调休上班日（1 至 100 天）。"),
    DAY_INCOMPLETE(Kind.INVALID, "每一天都须填写 name（不超过 20 字）、date 和 isOffDay，请补全后重新导入。"),
    DAY_OF_ANOTHER_YEAR(Kind.INVALID, "%s 不属于该年度的放假通知（可含上一年 12 月 29 日以后），请核对日期。"),
    DAY_TWICE(Kind.INVALID, "%s 出现了两次，请删除重复的一天后重新导入。"),
    NOT_ANNOUNCED(Kind.NOT_FOUND, "该年度的放假通知尚未发布，请稍后查询。");

    private final Kind kind;
    private final String detail;

    CalendarRefusal(Kind kind, String detail) {
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
