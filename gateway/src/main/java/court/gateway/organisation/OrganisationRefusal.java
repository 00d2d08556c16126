package court.gateway.organisation;

import court.platform.model.Refusal;

/** Why somebody may not act for an organisation, or not let another do so. */
public enum OrganisationRefusal implements Refusal {
    NAME_MISSING(Kind.MALFORMED, "请填写名称或姓名，最多 100 个字。"),
    PERSON_INCOMPLETE(Kind.MALFORMED, "请填写姓名、证件类型和证件号码；证件须为身份证、护照或通行证。"),
    NOT_YOURSELF(Kind.FORBIDDEN, "法定代表人须由本人登录办理，填写的证件与登录人不一致。"),
    CHANGED_MEANWHILE(Kind.CONFLICT, "该单位的代表人信息刚被更新，请稍后重新提交。"),
    TERM_MISSING(Kind.MALFORMED, "请填写授权的起止日期。"),
    TERM_PAST(Kind.INVALID, "授权的起始日期不能早于今天，请更正后重新提交。"),
    TERM_BACKWARDS(Kind.INVALID, "授权的截止日期不能早于起始日期，请更正后重新提交。"),
    TERM_TOO_LONG(Kind.INVALID, "授权期限超过上限，截止日期最晚为 %s，到期后可重新授权。"),
    TERM_OVERLAPS(Kind.CONFLICT, "该经办人在这段时间内已有授权，请先撤销原授权或调整日期。");

    private final Kind kind;
    private final String detail;

    OrganisationRefusal(Kind kind, String detail) {
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
