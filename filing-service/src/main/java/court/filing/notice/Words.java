package court.filing.notice;

import court.platform.messenger.WeChatMessagePort;
import court.platform.notification.Wording;
import java.time.LocalDate;
import java.util.Map;

/** What is said at each step: a matter, where it belongs, what to do; the template's name is the SMS provider's too. */
enum Words {
    FILING_RECEIVED("执行申请已收到", "法院将在七日内审查，请留意通知"),
    FILING_WAITS("有新的立案申请待审查", "请登录平台审查"),
    CORRECTION_NEEDED("执行申请需要补正", "请于%s前登录平台补正"),
    CORRECTION_DUE("补正期限即将届满", "请于%s前登录平台补正"),
    CORRECTION_RECEIVED("补正材料已收到", "法院将在七日内审查，请留意通知"),
    FILING_CORRECTED("申请人已完成补正", "请登录平台审查"),
    CASE_ACCEPTED("执行案件已立案", "承办法官：%s"),
    CASE_ASSIGNED("新分配一件执行案件", "请登录平台办理"),
    JUDGE_CHANGED("承办法官已变更", "现承办法官：%s"),
    EXTENSION_WAITS("有新的顺延期限申请", "请登录平台审查"),
    EXTENSION_DECIDED("顺延期限申请已有结果", "请登录平台查看"),
    FILING_WITHDRAWN("执行申请已撤回", "如需执行，请在申请期间内重新提交"),
    FILING_TAKEN_BACK("申请人撤回了执行申请", "无需继续审查"),
    MATERIAL_INFECTED("材料中发现恶意程序", "请登录平台更换或按法院要求补交"),
    MATERIAL_QUARANTINED("案件材料中发现恶意程序", "该材料已隔离，请勿使用"),
    FILING_REFUSED("执行申请不予受理", "请登录平台查看理由和救济途径");

    private final String matter;
    private final String advice;

    Words(String matter, String advice) {
        this.matter = matter;
        this.advice = advice;
    }

    /**
     * The wording for one recipient.
     *
     * @param about case number, or the court while there is none
     * @param called how the recipient is addressed
     */
    Wording say(String court, String about, String called, Object... values) {
        return new Wording(
                name(),
                matter,
                fitting(about),
                fitting(advice.formatted(values)),
                Map.of("court", fitting(court), "name", called));
    }

    static String day(LocalDate day) {
        return day.getMonthValue() + "月" + day.getDayOfMonth() + "日";
    }

    /** A long name is cut: a prompt must never stand in the way of the act it tells of. */
    private static String fitting(String text) {
        int most = WeChatMessagePort.LONGEST_THING;
        return text.codePointCount(0, text.length()) <= most
                ? text
                : text.substring(0, text.offsetByCodePoints(0, most - 1)) + "…";
    }
}
