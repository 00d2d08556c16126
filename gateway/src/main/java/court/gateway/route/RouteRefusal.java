package court.gateway.route;

import court.platform.model.Refusal;

/** What the gateway itself says when a service behind it does not answer. */
public enum RouteRefusal implements Refusal {
    SERVICE_AWAY(Kind.UNAVAILABLE, "该功能暂时不可用，您的内容没有提交，请稍后重试。"),
    ANSWER_LATE(Kind.TIMED_OUT, "处理时间过长，结果尚不确定，请稍后查看结果，或用同一 Idempotency-Key 重试。"),
    ANSWER_LOST(Kind.UNAVAILABLE, "处理中断，结果尚不确定，请稍后查看结果，或用同一 Idempotency-Key 重试。");

    private final Kind kind;
    private final String detail;

    RouteRefusal(Kind kind, String detail) {
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
