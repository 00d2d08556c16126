package court.gateway.limit;

import court.platform.model.Refusal;

/** Why a request has to wait. */
public enum LimitRefusal implements Refusal {
    TOO_MANY_ATTEMPTS(Kind.TOO_MANY, "登录或实名核验过于频繁，请稍等片刻再试。");

    private final Kind kind;
    private final String detail;

    LimitRefusal(Kind kind, String detail) {
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
