package court.asset.matter;

import court.platform.model.Refusal;

/** Why property control is not possible in a case. */
public enum MatterRefusal implements Refusal {
    NOT_ACCEPTED(Kind.CONFLICT, "本案尚未立案受理，请在立案后再操作。"),
    CLOSED(Kind.CONFLICT, "本案已经结案，不能再查询或冻结财产。"),
    NOT_A_RESPONDENT(Kind.INVALID, "只能对本案被执行人进行查询和控制，请从被执行人中选择。"),
    NOT_REGISTERED(Kind.FORBIDDEN, "您尚未登记工作证和公务证，不能发起查询、冻结或解除冻结，请先向本院备案。");

    private final Kind kind;
    private final String detail;

    MatterRefusal(Kind kind, String detail) {
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
