package court.filing.filing;

import court.platform.model.Refusal;

/** What can be wrong with one field of an application form; told together, by field. */
enum FormRefusal implements Refusal {
    MISSING("此项必填，请补充。"),
    TOO_LONG("内容过长，请缩减到 %s 字以内。"),
    NOT_A_CHOICE("请从规定的选项中选择：%s。"),
    NOT_A_DATE("日期应写成 2020-01-15 的形式，请更正。"),
    DATE_IN_FUTURE("日期不能晚于今天，请更正。"),
    NO_SUCH_COURT("本平台没有这个法院，请核对法院代码。"),
    TOO_MANY_PARTIES("当事人不能超过 %s 个，请分案申请。"),
    ZERO_AMOUNT("申请金额应大于零，请更正。"),
    WRONG_ID_TYPE("证件类型与当事人类型不符：单位用统一社会信用代码，个人用个人证件。"),
    PERSON_NEEDS_NONE("个人没有法定代表人，请删除此项。");

    private final String detail;

    FormRefusal(String detail) {
        this.detail = detail;
    }

    @Override
    public Kind kind() {
        return Kind.INVALID;
    }

    @Override
    public String detail() {
        return detail;
    }
}
