package court.archive.sync;

import court.platform.model.Refusal;

/** Why a bundle is not given or an acknowledgement not taken. */
enum SyncRefusal implements Refusal {
    NOT_A_NUMBER(Kind.MALFORMED, "编号应为正整数，请更正后重试。"),
    SIGNATURE_WRONG(Kind.INVALID, "回执无法读取，或不是由本院登记的内网归档机签名，请核对密钥后重新发送。"),
    WRONG_COURT(Kind.INVALID, "回执不属于本院，请由该院的归档机发送。"),
    NUMBER_REUSED(Kind.CONFLICT, "第%d号回执此前已经收到且内容不同，请核对归档机的记录。"),
    NUMBER_AWAITED(Kind.CONFLICT, "回执编号不连续，现等待第%d号回执，请从该号起依次发送。"),
    CHAIN_BROKEN(Kind.CONFLICT, "第%d号回执没有接续上一号回执，请核对归档机的记录。"),
    BUNDLE_UNKNOWN(Kind.INVALID, "回执所答的第%d号数据包与本平台发出的不一致，请核对归档机的记录。"),
    ANSWERED_OTHERWISE(Kind.CONFLICT, "第%d号数据包此前已有不同的答复，请核对归档机的记录。");

    private final Kind kind;
    private final String detail;

    SyncRefusal(Kind kind, String detail) {
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
