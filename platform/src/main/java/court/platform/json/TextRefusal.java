package court.platform.json;

import court.platform.model.Refusal;

/** Why a text is not taken. */
public enum TextRefusal implements Refusal {
    NUL_CHARACTER("文字中含有空字符（NUL），请删除后重新提交。"),
    LONE_SURROGATE("文字中含有不完整的字符，请删除乱码或表情符号后重新输入。");

    private final String detail;

    TextRefusal(String detail) {
        this.detail = detail;
    }

    @Override
    public Kind kind() {
        return Kind.INVALID;
    }

    @Override
    public String detail() {
        return detail;
    }
}
