package court.interaction.answer;

import court.platform.model.Refusal;

/** Why something is not possible with what parties asked. */
enum AnswerRefusal implements Refusal {
    REASON_MISSING(Kind.INVALID, "请在 reason 中写明无需答复的理由（不超过 500 字）。"),
    MESSAGE_MISSING(Kind.INVALID, "请在 throughMessageId 中写明看到的最后一条消息，可从待答复列表中取得。"),
    NOTHING_WAITS(Kind.CONFLICT, "该当事人没有待答复的消息，请刷新后查看。"),
    MORE_WAS_ASKED(Kind.CONFLICT, "该当事人又发来新的消息，请刷新列表、阅读后再操作。");

    private final Kind kind;
    private final String detail;

    AnswerRefusal(Kind kind, String detail) {
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
