package court.ledger.log;

import court.platform.model.Refusal;

/** Why a proof is not given. */
enum ProofRefusal implements Refusal {
    NOT_A_NUMBER(Kind.MALFORMED, "参数 %s 应为不带符号的整数，请更正后重试。"),
    SIZE_NOT_REACHED(Kind.MALFORMED, "账本目前只有 %s 项，请使用不大于此数的大小。"),
    INDEX_OUTSIDE_TREE(Kind.MALFORMED, "序号应小于账本大小 %s，请更正后重试。"),
    FROM_OUTSIDE_TREE(Kind.MALFORMED, "起始大小应在 1 与 %s 之间，请更正后重试。"),
    NOT_A_DIGEST(Kind.MALFORMED, "请以 64 位小写十六进制给出文件的 SHA-256 值。"),
    NOT_SHOWN(Kind.UNAVAILABLE, "账本正在核对，暂不能为刚记入的内容出具证明；此前记入的不受影响，请稍后重试。"),
    FILE_UNKNOWN(Kind.NOT_FOUND, "账本中没有这个文件；请核对文件是否与收到时逐字节相同。");

    private final Kind kind;
    private final String detail;

    ProofRefusal(Kind kind, String detail) {
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
