package court.gateway.token;

import court.platform.model.Refusal;

/** Why a service or machine gets no token. */
public enum ClientRefusal implements Refusal {
    CREDENTIALS_WRONG(Kind.UNAUTHENTICATED, "编号或密钥不正确，请检查服务或归档机的配置。");

    private final Kind kind;
    private final String detail;

    ClientRefusal(Kind kind, String detail) {
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
