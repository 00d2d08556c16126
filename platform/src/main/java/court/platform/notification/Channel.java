package court.platform.notification;

/** By which way a prompt goes. */
public enum Channel {
    /** subscribe message 订阅消息 of the mini-program */
    WECHAT("微信"),
    /** 短信 */
    SMS("短信");

    private final String text;

    Channel(String text) {
        this.text = text;
    }

    public String text() {
        return text;
    }
}
