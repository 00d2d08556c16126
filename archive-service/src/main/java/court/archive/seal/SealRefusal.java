package court.archive.seal;

import court.platform.model.Refusal;

/** Why something of a sealed dossier is not given. */
enum SealRefusal implements Refusal {
    PROOF_PENDING(Kind.UNAVAILABLE, "卷宗包的存证证明正在生成，请稍后重试。");

    private final Kind kind;
    private final String detail;

    SealRefusal(Kind kind, String detail) {
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
