package court.ledger.verify;

import court.platform.model.Refusal;

/** Why a case or a file is not verified as asked. */
enum VerifyRefusal implements Refusal {
    CHECKPOINT_UNREADABLE(Kind.MALFORMED, "所附检查点无法识别，请原样附上此前保存的检查点（Base64），或其大小与根。"),
    CHECKPOINT_NOT_OURS(Kind.INVALID, "所附检查点不是本账本签发的，或已被改动，请核对来源。"),
    NOT_A_DIGEST(Kind.MALFORMED, "请以 64 位十六进制给出文件的 SHA-256 值，大小写均可。"),
    NO_FILE(Kind.INVALID, "没有收到文件，请选择一个文件后重试。"),
    TOO_LARGE(Kind.TOO_LARGE, "文件超过 %s MB，请在本机计算 SHA-256 值后按摘要核验。"),
    TOO_MANY_AT_ONCE(Kind.UNAVAILABLE, "同时核验的文件过多，请半分钟后重试，或在本机计算 SHA-256 值后按摘要核验。"),
    TOO_SLOW(Kind.MALFORMED, "文件在 %s 分钟内没有传完，请在本机计算 SHA-256 值后按摘要核验。"),
    LEAF_UNKNOWN(Kind.NOT_FOUND, "本案没有这一项，或者您无权查看。");

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
