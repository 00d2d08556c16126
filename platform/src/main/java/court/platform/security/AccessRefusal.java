package court.platform.security;

import court.platform.model.Refusal;

/** Why somebody is not let in. */
public enum AccessRefusal implements Refusal {
    SIGN_IN_NEEDED(Kind.UNAUTHENTICATED, "请先登录后再操作。"),
    TOKEN_INVALID(Kind.UNAUTHENTICATED, "登录已失效，请重新登录。"),
    CHECK_UNAVAILABLE(Kind.UNAVAILABLE, "暂时无法核对登录状态，请稍后重试。"),
    ROLE_MISSING(Kind.FORBIDDEN, "您的身份不能进行此操作，请用有相应权限的账号登录。"),
    NOT_YOURS(Kind.NOT_FOUND, "没有找到该内容，请核对编号；如属于他人，您也无法查看。");

    private final Kind kind;
    private final String detail;

    AccessRefusal(Kind kind, String detail) {
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
