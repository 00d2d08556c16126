package court.gateway.session;

import court.platform.model.Refusal;

/** Why a session does not go on. */
public enum SessionRefusal implements Refusal {
    ENDED(Kind.UNAUTHENTICATED, "登录已结束或已在别处失效，请重新登录。");

    private final Kind kind;
    private final String detail;

    SessionRefusal(Kind kind, String detail) {
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
