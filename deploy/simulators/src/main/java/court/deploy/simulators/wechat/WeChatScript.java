package court.deploy.simulators.wechat;

import org.jspecify.annotations.Nullable;

/**
 * How WeChat behaves when it is to send a subscribe message.
 *
 * @param account whom it concerns, such as {@code applicant}; everybody when left out
 * @param delayMillis how long SLOW takes
 */
record WeChatScript(
        Behaviour behaviour,
        @Nullable String account,
        @Nullable Integer delayMillis) {

    static final WeChatScript NORMAL = new WeChatScript(Behaviour.NORMAL, null, null);

    private static final int SLOW_MILLIS = 10_000;

    /** What it does. */
    enum Behaviour {
        NORMAL,
        SLOW,
        /** 503, nothing is sent */
        DOWN,
        /** sent, but nothing usable is answered */
        LOST,
        /** 43101 */
        REFUSED,
        /** 45009 */
        RATE_LIMITED,
        /** 40001 once: the token is good no more */
        TOKEN_REPLACED,
        /** 42001 once */
        TOKEN_EXPIRED
    }

    /** Whether it is over when it was played. */
    boolean once() {
        return behaviour == Behaviour.TOKEN_REPLACED || behaviour == Behaviour.TOKEN_EXPIRED;
    }

    boolean plays(Behaviour wanted) {
        return behaviour == wanted;
    }

    int delay() {
        return delayMillis == null ? SLOW_MILLIS : delayMillis;
    }
}
