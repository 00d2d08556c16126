package court.archive.render;

import court.platform.model.Refusal;

/** Why a volume is not printed. */
public enum RenderRefusal implements Refusal {
    /** Names are evidence: nothing is printed in place of a character that no font has. */
    NO_GLYPH(Kind.INVALID, "“%s”中的字符“%s”（%s）没有可用的字形，无法打印卷宗，请联系法院技术人员补充字库。"),
    NOTHING_TO_PRINT(Kind.INVALID, "卷内没有任何材料，无法生成正卷。");

    private final Kind kind;
    private final String detail;

    RenderRefusal(Kind kind, String detail) {
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
