package court.interaction.search;

import court.platform.model.Refusal;

/** Why nothing is looked for. */
enum SearchRefusal implements Refusal {
    WORDS_TOO_SHORT("查找的文字太短，请至少输入两个字（空格和标点不计）。"),
    WORDS_TOO_LONG("查找的文字超过 %s 字，请缩短后重新查找。"),
    TIME_UNUSABLE("起止时间无效：from 应早于 to，年份应在 1 至 9999 之间，请更正后重新查找。");

    private final String detail;

    SearchRefusal(String detail) {
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
