package court.gateway.wechat;

import org.springframework.boot.context.properties.ConfigurationProperties;

/** The court's mini-program 小程序 as registered with WeChat. */
@ConfigurationProperties("court.wechat")
record WeChatProperties(String address, String appId, String secret) {

    @Override
    public String toString() {
        return "WeChatProperties[" + appId + "]";
    }
}
