package court.interaction.reading;

import court.platform.model.Refusal;

/** Why a place is not taken as read. */
enum ReadingRefusal implements Refusal {
    NOT_REACHED(Kind.INVALID, "已读位置 seq 应为 1 至 %s 之间的消息序号，请按实际读到的消息填写。");

    private final Kind kind;
    private final String detail;

    ReadingRefusal(Kind kind, String detail) {
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
