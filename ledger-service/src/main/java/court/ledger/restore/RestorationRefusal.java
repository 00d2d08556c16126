package court.ledger.restore;

import court.platform.model.Refusal;

/** Why nothing is restored. */
public enum RestorationRefusal implements Refusal {
    NOTHING_MISSING(Kind.CONFLICT, "数据库与已公布的账本一致，见证方也无异议，没有需要恢复的内容。"),
    TILES_DIFFER(Kind.CONFLICT, "公布的日志文件与数据库对不上，不能据此恢复；请换用更早的数据库备份，或先恢复日志文件。"),
    NO_REASON(Kind.INVALID, "请在 reason 中写明恢复的缘由，一行，不超过 500 字。");

    private final Kind kind;
    private final String detail;

    RestorationRefusal(Kind kind, String detail) {
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
