package court.interaction.card;

import court.platform.model.Refusal;

/** Why nothing is told of a card. */
enum CardRefusal implements Refusal {
    NO_SUCH_TYPE(Kind.NOT_FOUND, "没有这种卡片，请从卡片目录中选择。");

    private final Kind kind;
    private final String detail;

    CardRefusal(Kind kind, String detail) {
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
