package court.platform.notification;

import java.util.Map;

/** Why a prompt did not arrive, in a sentence that says what to do. */
final class Failure {

    private static final Map<String, String> KNOWN = Map.ofEntries(
            Map.entry("NO_ADDRESS", "没有可用的手机号码或微信账号，请电话通知或请当事人补充联系方式。"),
            Map.entry("EXPIRED", "多次尝试仍未发出，已超过有效时间，请改用电话通知。"),
            Map.entry("DELETED", "联系方式已依法删除。"),
            Map.entry("WECHAT_43101", "当事人未订阅或拒收微信消息。"),
            Map.entry("WECHAT_40003", "微信账号已失效。"),
            Map.entry("WECHAT_45009", "微信消息当日发送量已满。"),
            Map.entry("WECHAT_47003", "微信消息模板内容不符合要求，请联系运维。"),
            Map.entry("WECHAT_40037", "微信消息模板未登记，请联系运维。"),
            Map.entry("WECHAT_NOT_CONFIGURED", "微信消息尚未开通，请联系运维。"),
            Map.entry("SMS_NOT_CONFIGURED", "短信尚未开通，请联系运维。"),
            Map.entry("SMS_NUMBER_INVALID", "手机号码不存在或格式有误，请核对后电话通知。"),
            Map.entry("SMS_BLACKLISTED", "该号码拒收短信，请电话通知。"),
            Map.entry("SMS_TEMPLATE_UNKNOWN", "短信模板未登记，请联系运维。"),
            Map.entry("SMS_PHONE_OFF", "对方手机长时间关机或无法接通，请电话通知。"));

    private Failure() {}

    static String inChinese(String code) {
        String known = KNOWN.get(code);
        if (known != null) {
            return known;
        }
        return code.startsWith("WECHAT")
                ? "微信暂时没有接收（代码 %s），系统会自动重试或改发短信。".formatted(code)
                : "短信暂时没有发出（代码 %s），系统会自动重试；如长时间未恢复请联系运维。".formatted(code);
    }
}
