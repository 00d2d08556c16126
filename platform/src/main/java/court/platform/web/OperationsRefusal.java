package court.platform.web;

import court.platform.model.Refusal;

/** Why an act of operations is not done. */
public enum OperationsRefusal implements Refusal {
    NOTHING_WAITS(Kind.NOT_FOUND, "该案件没有等待处理的事实，请刷新列表。"),
    NO_HANDLER(Kind.CONFLICT, "本服务没有可重放的处理程序，请联系开发人员。");

    private final Kind kind;
    private final String detail;

    OperationsRefusal(Kind kind, String detail) {
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
