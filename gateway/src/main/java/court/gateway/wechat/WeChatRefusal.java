package court.gateway.wechat;

import court.platform.model.Refusal;

/** Why a WeChat account does not sign anybody in. */
public enum WeChatRefusal implements Refusal {
    CODE_MISSING(Kind.MALFORMED, "缺少微信登录凭证，请在小程序中重新进入后再试。"),
    CODE_INVALID(Kind.UNAUTHENTICATED, "微信凭证无效或已过期，请重新获取后再试。"),
    CODE_USED(Kind.UNAUTHENTICATED, "微信凭证已使用过，每次登录须重新获取，请重试。"),
    ACCOUNT_BLOCKED(Kind.FORBIDDEN, "微信提示该账号存在风险，不能用于登录，请改用其他方式或到法院窗口办理。"),
    TICKET_INVALID(Kind.UNAUTHENTICATED, "本次实名认证已过期、已完成或尝试次数过多，请从微信重新登录。"),
    BOUND_TO_ANOTHER(Kind.CONFLICT, "该微信账号已由他人实名认证，请使用本人的微信账号。"),
    TOO_OFTEN(Kind.TOO_MANY, "微信登录过于频繁，请一分钟后再试。"),
    AWAY(Kind.UNAVAILABLE, "微信服务暂时无法访问，请稍后重新登录。");

    private final Kind kind;
    private final String detail;

    WeChatRefusal(Kind kind, String detail) {
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
