package court.ledger.verify;

import court.platform.model.Refusal;

/** Why a case is not verified as asked. */
enum VerifyRefusal implements Refusal {
    CHECKPOINT_UNREADABLE(Kind.MALFORMED, "所附检查点无法识别，请原样附上此前保存的检查点（Base64），或其大小与根。"),
    CHECKPOINT_NOT_OURS(Kind.INVALID, "所附检查点不是本账本签发的，或已被改动，请核对来源。");

    private final Kind kind;
    private final String detail;

    VerifyRefusal(Kind kind, String detail) {
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
