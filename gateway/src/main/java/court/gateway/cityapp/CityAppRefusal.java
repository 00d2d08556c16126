package court.gateway.cityapp;

import court.platform.model.Refusal;

/** Why a token of the city app does not sign anybody in. */
public enum CityAppRefusal implements Refusal {
    NOT_OFFERED(Kind.UNAVAILABLE, "本平台尚未开通随申办登录，请改用微信小程序登录或到法院窗口办理。"),
    TOKEN_MISSING(Kind.MALFORMED, "缺少随申办登录凭证，请在随申办中重新进入。"),
    TOKEN_UNREADABLE(Kind.UNAUTHENTICATED, "随申办登录凭证无法识别，请在随申办中重新进入。"),
    ALGORITHM_WRONG(Kind.UNAUTHENTICATED, "随申办登录凭证未按约定方式签名，请在随申办中重新进入。"),
    TYPE_WRONG(Kind.UNAUTHENTICATED, "这不是随申办的登录凭证，请在随申办中重新进入。"),
    KEY_UNKNOWN(Kind.UNAUTHENTICATED, "随申办登录凭证的签名密钥未经公布，请在随申办中重新进入。"),
    SIGNATURE_WRONG(Kind.UNAUTHENTICATED, "随申办登录凭证的签名有误，请在随申办中重新进入。"),
    CLAIM_MISSING(Kind.UNAUTHENTICATED, "随申办登录凭证缺少 %s，请在随申办中重新进入；仍有问题的，请到法院窗口办理。"),
    ISSUER_WRONG(Kind.UNAUTHENTICATED, "登录凭证不是随申办签发的，请在随申办中重新进入。"),
    AUDIENCE_WRONG(Kind.UNAUTHENTICATED, "随申办登录凭证不是签发给本平台的，请从随申办的法院入口进入。"),
    NOT_YET_VALID(Kind.UNAUTHENTICATED, "随申办登录凭证尚未生效，请稍后在随申办中重新进入。"),
    LASTS_TOO_LONG(Kind.UNAUTHENTICATED, "随申办登录凭证的有效期超过约定的五分钟，请在随申办中重新进入。"),
    EXPIRED(Kind.UNAUTHENTICATED, "随申办登录凭证已过期，请在随申办中重新进入。"),
    ALREADY_USED(Kind.UNAUTHENTICATED, "随申办登录凭证已使用过或已作废，每次登录须从随申办重新进入。"),
    AWAY(Kind.UNAVAILABLE, "随申办暂时无法核对，请稍后重新进入。");

    private final Kind kind;
    private final String detail;

    CityAppRefusal(Kind kind, String detail) {
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
