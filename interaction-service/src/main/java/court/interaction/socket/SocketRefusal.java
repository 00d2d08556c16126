package court.interaction.socket;

import court.platform.model.Refusal;

/** Why a socket is not opened, a frame not taken, or a socket closed. */
enum SocketRefusal implements Refusal {
    TICKET_INVALID(Kind.UNAUTHENTICATED, "连接凭证无效、已使用或已过期，请重新申请凭证后再连接。"),
    SESSION_OVER(Kind.UNAUTHENTICATED, "登录已到期，请刷新登录、重新申请凭证后再连接。"),
    HELLO_FIRST(Kind.CONFLICT, "连接后请先发送一次 hello，说明从哪一条之后继续接收。"),
    FRAME_UNREADABLE(Kind.MALFORMED, "收到的内容不是约定的 JSON 帧，请按接口说明更正后重新连接。"),
    FRAME_UNKNOWN(Kind.MALFORMED, "不认识这种帧，已忽略，请按接口说明更正。"),
    FRAME_TOO_LARGE(Kind.TOO_LARGE, "收到的帧超过 64 KB 或不符合 WebSocket 规范，长内容请以文件形式上传。"),
    BINARY(Kind.UNSUPPORTED, "只接收文本帧，文件请用上传接口。"),
    CLIENT_ID_MISSING(Kind.MALFORMED, "通过连接发送消息须带 clientMsgId，请补充后重发。"),
    MESSAGE_ID_MISSING(Kind.MALFORMED, "请在 messageId 中写明要撤回或更正的消息。"),
    SILENT(Kind.TIMED_OUT, "长时间没有收到客户端的回应，连接已关闭，请重新连接并从上次位置继续。"),
    SLOW(Kind.TIMED_OUT, "客户端长时间没有确认收到的内容，连接已关闭，请重新连接并从上次位置继续。");

    private final Kind kind;
    private final String detail;

    SocketRefusal(Kind kind, String detail) {
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
