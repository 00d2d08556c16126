package court.platform.security;

import org.jspecify.annotations.Nullable;

/** How a session was opened 登录渠道. */
public enum Via {
    /** 网页、统一身份认证 */
    WEB,
    /** 微信小程序 */
    WECHAT,
    /** 随申办 */
    SUISHENBAN;

    /** What a token says; those that say nothing, or something that came up later, count as of the web. */
    static Via told(@Nullable String name) {
        for (Via via : values()) {
            if (via.name().equals(name)) {
                return via;
            }
        }
        return WEB;
    }
}
