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
