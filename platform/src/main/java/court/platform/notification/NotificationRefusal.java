package court.platform.notification;

import court.platform.model.Refusal;

/** Why something does not go out as a prompt. */
public enum NotificationRefusal implements Refusal {
    LINK_IN_TEXT(Kind.INVALID, "提示消息中不得出现网址或链接，请删除后再发送。"),
    NUMBER_IN_TEXT(Kind.INVALID, "提示消息中不得出现证件号码、电话号码等长串数字，请删除后再发送。"),
    TOO_LONG(Kind.INVALID, "提示消息的每一项应填写且不超过 %s 字，请改写后再发送。"),
    NO_SUCH_NOTIFICATION(Kind.NOT_FOUND, "没有找到这条提示消息，请刷新列表。"),
    NOT_FAILED(Kind.CONFLICT, "这条提示消息没有失败，无需重新发送。");

    private final Kind kind;
    private final String detail;

    NotificationRefusal(Kind kind, String detail) {
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
