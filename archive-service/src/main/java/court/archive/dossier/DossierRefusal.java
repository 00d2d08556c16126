package court.archive.dossier;

import court.platform.model.Refusal;

/** Why an entry is not given out. */
enum DossierRefusal implements Refusal {
    RECALLED(Kind.FORBIDDEN, "这条消息已被撤回，内容仅供法院查阅；该事项及其摘要仍可在时间线中查看。");

    private final Kind kind;
    private final String detail;

    DossierRefusal(Kind kind, String detail) {
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
