package court.platform.messenger;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The court's mini-program 小程序 as its messages need it.
 *
 * @param template id of the template that people subscribe to: thing1 matter, thing2 case, thing3 advice
 * @param page where a message leads inside the mini-program
 * @param state developer, trial or formal
 */
@ConfigurationProperties("court.notification.wechat")
record WeChatProperties(
        @DefaultValue("") String address,
        @DefaultValue("") String appId,
        @DefaultValue("") String secret,
        @DefaultValue("") String template,
        @DefaultValue("pages/index/index") String page,
        @DefaultValue("formal") String state) {

    @Override
    public String toString() {
        return "WeChatProperties[" + appId + "]";
    }
}
