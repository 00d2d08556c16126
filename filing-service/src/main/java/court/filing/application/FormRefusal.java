package court.filing.application;

import court.platform.model.Refusal;

/** What can be said of one field of an application form; told together, by field. */
public enum FormRefusal implements Refusal {
    MISSING("此项必填，请补充。"),
    TOO_LONG("内容过长，请缩减到 %s 字以内。"),
    NOT_A_CHOICE("请从规定的选项中选择：%s。"),
    NOT_A_DATE("日期应写成 2020-01-15 的形式，请更正。"),
    DATE_IN_FUTURE("日期不能晚于今天，请更正。"),
    DATE_TOO_EARLY("日期不能早于1949年，请更正。"),
    DATES_REVERSED("起止日期颠倒，请更正。"),
    NO_SUCH_COURT("本平台没有这个法院，请核对法院代码。"),
    TOO_MANY_PARTIES("当事人不能超过 %s 个，请分案申请。"),
    TOO_MANY_ENTRIES("此处不能超过 %s 项，请合并或分案申请。"),
    SAME_PARTY_TWICE("同一当事人填写了两次，请删除重复的一项。"),
    OWN_RESPONDENT("同一人不能既是申请执行人又是被执行人，请核对证件号码。"),
    NO_SUCH_PARTY("所指的当事人不存在，序号从 0 开始，请更正。"),
    ZERO_AMOUNT("申请金额应大于零，请更正。"),
    AMOUNT_DIFFERS("总额与本金、利息、费用之和 %s 元不符，请核对。"),
    AMOUNT_NOT_KEPT("只有给付金钱才填写金额；此处金额不计入申请，标的物价值请写在请求内容中。"),
    NOT_A_RATE("年利率应为 0 至 100 之间的百分数，最多六位小数，例如 3.65，请更正。"),
    WRONG_ID_TYPE("证件类型与当事人类型不符：单位用统一社会信用代码，个人用个人证件。"),
    PERSON_NEEDS_NONE("个人没有法定代表人或经办人，请删除此项。"),
    ORGANISATION_NEEDS_NONE("单位没有法定代理人，请删除此项。"),
    GUARDIAN_NEEDED("未满十六周岁的人应由法定代理人代为申请，请填写法定代理人。"),
    GUARDIAN_EXPECTED("申请执行人未满十八周岁；不是以自己的劳动收入为主要生活来源的，应由法定代理人代为申请。"),
    GUARDIAN_UNFIT("法定代理人应是另一名成年人，请核对证件号码。"),
    SAME_AGENT_TWICE("同一代理人填写了两次，请删除重复的一项。"),
    TOO_MANY_AGENTS("每个申请执行人最多委托 %s 名代理人，请更正。"),
    AGENT_OF_OTHER_SIDE("被执行人一方的人不能代理申请执行人，请核对证件号码。"),
    NOT_A_PHONE("联系电话应为 5 至 20 位数字，可带区号和“-”，请更正。"),
    NOT_AN_EMAIL("电子邮箱格式有误，请更正。"),
    NOT_AN_ACCOUNT("账号应为 6 至 34 位数字或字母，请更正。"),
    ACCOUNT_OF_ANOTHER("收款账户的户名应是申请执行人本人（单位）；代理人代收须有代为收款的特别授权。"),
    NOT_A_LICENCE("律师执业证号应为 17 位数字，请更正。"),
    MATERIAL_NEEDED("请上传“%s”：%s"),
    MATERIAL_EXPECTED("建议同时上传“%s”：%s未提交的，法院可能要求补正。"),
    NORMALISED("已自动统一格式（去除多余空格，全角改为半角，证件字母改为大写），请核对。"),
    PRIVATE_CHARACTER("名称中含有自造字，其他系统可能无法显示，请在材料中附证件照片。"),
    ACCOUNT_DOUBTFUL("账号未通过银行卡号校验，可能有数字填错，请核对；确认无误可以继续。"),
    MANUAL_IDENTITY("该证件没有统一的校验规则，将由法院人工核对，请上传证件。"),
    NOT_IN_FORCE("执行依据尚未生效的，法院可能不予受理，请核对。"),
    POSTING_MISSING("邮寄立案请填写邮戳上的交邮日期和法院收到日期；邮戳不清的，交邮日期填收到日期。"),
    NOT_BY_MAIL("只有邮寄立案才填写交邮日期和收到日期，请删除此项。"),
    NO_CONSENT("未同意电子送达，法律文书将以纸质方式送达。");

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
