package court.gateway.verification;

import court.platform.model.Refusal;

/** Why an identity is not taken as verified. Never says which fact was wrong: that would tell about somebody else. */
public enum VerificationRefusal implements Refusal {
    FACTS_WRONG(Kind.INVALID, "姓名、证件号码与本人登记信息不一致，请核对后重新提交；手机号码应为本人实名办理。"),
    NOT_REPRESENTATIVE(Kind.INVALID, "登记信息中该单位的法定代表人不是您本人，请核对单位名称、统一社会信用代码后重新提交。"),
    AWAY(Kind.UNAVAILABLE, "实名核验暂时无法进行，请稍后重试。");

    private final Kind kind;
    private final String detail;

    VerificationRefusal(Kind kind, String detail) {
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
