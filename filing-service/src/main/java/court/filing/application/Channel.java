package court.filing.application;

import court.platform.security.Via;

/** The way an application came to the court 立案渠道. */
public enum Channel {
    /** 网上立案 */
    WEB,
    /** 微信公众号 12368 */
    WECHAT_12368,
    /** 随申办 */
    SUISHENBAN,
    /** 邮寄立案, entered by a clerk */
    MAIL,
    /** 窗口立案, entered by a clerk */
    COUNTER;

    /** By which way a party files who signed in so. */
    public static Channel of(Via via) {
        return switch (via) {
            case WEB -> WEB;
            case WECHAT -> WECHAT_12368;
            case SUISHENBAN -> SUISHENBAN;
        };
    }

    /** Whether a clerk enters it for the applicant. */
    public boolean byClerk() {
        return this == MAIL || this == COUNTER;
    }
}
