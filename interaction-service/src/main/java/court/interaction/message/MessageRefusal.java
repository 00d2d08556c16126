package court.interaction.message;

import court.platform.model.Refusal;

/** Why a message is not taken. */
enum MessageRefusal implements Refusal {
    TEXT_MISSING(Kind.INVALID, "消息内容为空，请填写 text 后再发送。"),
    TEXT_TOO_LONG(Kind.INVALID, "消息超过 %s 字，请分成几条发送，或以文件形式上传。"),
    AUDIENCE_EMPTY(Kind.INVALID, "没有选择接收人，请在 audience 中填写当事人编号；只发给法院请填 COURT。"),
    NOT_IN_ROOM(Kind.INVALID, "接收人不在本案互动空间，请从成员列表中重新选择。"),
    RESPONDENT_NOT_RELEASED(Kind.CONFLICT, "该被执行人尚未获准进入互动空间，请先办理进入手续，或从接收人中去掉。"),
    NOT_YOUR_PARTY(Kind.INVALID, "您不能以这个当事人的名义发言，请从本人代表的当事人中选择 sender。"),
    REPLY_UNKNOWN(Kind.INVALID, "没有找到要回复的消息，请刷新后重新选择。"),
    REPLY_TOO_WIDE(Kind.INVALID, "有接收人看不到被回复的消息，请从接收人中去掉，或不引用原消息另发一条。"),
    MENTION_CANNOT_READ(Kind.INVALID, "提到的人看不到这条消息，请从 mentions 中去掉，或把他们加入接收人。"),
    TOO_MANY_MENTIONS(Kind.INVALID, "一条消息最多提到 %s 人，请减少后重新发送。"),
    NOT_A_MESSAGE(Kind.CONFLICT, "这一条不是消息，不能撤回或更正，请刷新后重新选择。"),
    NOT_YOUR_MESSAGE(Kind.FORBIDDEN, "只能撤回或更正本人发出的消息，请重新选择。"),
    RECALL_TOO_LATE(Kind.CONFLICT, "消息发出已超过 %s，不能撤回；内容有误请使用更正。"),
    ALREADY_RECALLED(Kind.CONFLICT, "这条消息已经撤回，不能再更正，请另发一条。"),
    REASON_MISSING(Kind.INVALID, "请在 reason 中写明更正的理由。"),
    REASON_TOO_LONG(Kind.INVALID, "更正的理由超过 %s 字，请精简后重新提交。"),
    SUSPENDED(Kind.FORBIDDEN, "法官已暂停您在本案互动空间发言，理由见成员列表；您仍可阅读全部内容、确认谈话笔录，书面材料请通过邮寄或者到法院窗口提交。"),
    CLIENT_ID_UNUSABLE(Kind.MALFORMED, "clientMsgId 应为 1 至 64 个可见 ASCII 字符，请更换后重试。"),
    TOO_FAST(Kind.TOO_MANY, "发送过于频繁，这条消息没有发出，请 %s 秒后用同一编号重发。"),
    CLIENT_ID_REUSED(Kind.INVALID, "这个 clientMsgId 已用于另一条消息，请更换新的编号后重试。");

    private final Kind kind;
    private final String detail;

    MessageRefusal(Kind kind, String detail) {
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
