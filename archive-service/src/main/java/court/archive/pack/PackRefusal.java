package court.archive.pack;

import court.platform.model.Refusal;

/** Why a package cannot be made. */
public enum PackRefusal implements Refusal {
    ENTRY_DAMAGED(Kind.BROKEN, "卷宗事项 %s 的内容与收到时不一致，不能封卷，请联系法院技术人员。"),
    FILE_DAMAGED(Kind.BROKEN, "文件 %s 的内容与存证摘要不一致，不能封卷，请联系法院技术人员。"),
    PROOF_MISSING(Kind.UNAVAILABLE, "存证服务尚未给出 %s 的证明，稍后自动重试。"),
    CHECK_FAILED(Kind.BROKEN, "卷宗包自检未通过（%s），稍后自动重试。");

    private final Kind kind;
    private final String detail;

    PackRefusal(Kind kind, String detail) {
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
