package court.interaction.room;

import court.platform.model.Refusal;

/** Why something is not possible with a room. */
public enum RoomRefusal implements Refusal {
    NOT_OPEN(Kind.CONFLICT, "本案互动空间尚未开通，请在立案受理后再试。"),
    NO_JUDGE_YET(Kind.CONFLICT, "本案尚未确定执行法官，请在分案后再操作。"),
    CASE_CLOSED(Kind.CONFLICT, "本案已经结案，不能再进行此操作；如有补充材料，请在互动空间发送。"),
    NO_SUCH_PARTY(Kind.NOT_FOUND, "本案没有这个当事人，请从成员列表中选择。"),
    NOT_A_RESPONDENT(Kind.INVALID, "只有被执行人需要由法官允许进入，请重新选择当事人。"),
    ALREADY_RELEASED(Kind.CONFLICT, "该被执行人已经进入互动空间，无需再次操作，请刷新后查看。");

    private final Kind kind;
    private final String detail;

    RoomRefusal(Kind kind, String detail) {
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
