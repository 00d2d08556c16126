package court.archive.peer;

import court.platform.model.Refusal;

/** Why the archive cannot compare now. */
public enum PeerRefusal implements Refusal {
    SILENT(Kind.UNAVAILABLE, "%s暂时没有应答，无法完成核对，请稍后重试；如仍失败，请联系法院技术人员。");

    private final Kind kind;
    private final String detail;

    PeerRefusal(Kind kind, String detail) {
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
