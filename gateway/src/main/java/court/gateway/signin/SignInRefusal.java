package court.gateway.signin;

import court.platform.model.Refusal;

/** Why somebody is not signed in. */
public enum SignInRefusal implements Refusal {
    NAME_MISSING(Kind.MALFORMED, "请填写姓名，最多 50 个字。"),
    PHONE_WRONG(Kind.MALFORMED, "手机号码应为 11 位数字，请核对后重新填写。"),
    ID_TYPE_MISSING(Kind.MALFORMED, "请选择证件类型。"),
    ID_TYPE_NOT_FOR_SIGN_IN(Kind.INVALID, "这种证件不能用于网上登录，请用身份证、护照或通行证，或到法院窗口办理。"),
    START_AGAIN(Kind.MALFORMED, "登录已过期或不是从本浏览器发起，请重新登录。"),
    NOT_CONFIRMED(Kind.UNAUTHENTICATED, "统一身份认证没有确认您的身份，请重新登录。"),
    ROLE_UNKNOWN(Kind.FORBIDDEN, "您的账号没有可用的岗位或所属法院，请联系本院管理员。"),
    PROVIDER_AWAY(Kind.UNAVAILABLE, "统一身份认证暂时无法访问，请稍后重试。");

    private final Kind kind;
    private final String detail;

    SignInRefusal(Kind kind, String detail) {
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
