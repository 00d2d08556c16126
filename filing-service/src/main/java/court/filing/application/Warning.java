package court.filing.application;

import java.util.Locale;

/** Something a filing judge should look at before deciding; never a refusal by itself. */
public record Warning(String code, String detail, String source) {

    /** Each kind with its words and where the rule stands. */
    enum Kind {
        LIMITATION("申请执行期间二年至 %s 届满，本申请在此之后提出；是否抗辩由被执行人决定，不得据此不予受理。", "民事诉讼法第250条"),
        JURISDICTION_ISSUER("执行依据由“%s”作出，本院为“%s”；请核对本院是否为被执行财产所在地的同级法院。", "民事诉讼法第235条"),
        JURISDICTION_LEVEL("仲裁裁决的执行一般由被执行人住所地或被执行财产所在地的中级人民法院管辖，请核对管辖。", "仲裁法司法解释第29条"),
        NOT_IN_FORCE("申请人称执行依据尚未生效，请核对。", "法释〔2020〕21号第16条"),
        NOT_DUE("执行依据确定的履行期限至 %s 届满，请核对。", "法释〔2020〕21号第16条"),
        MANUAL_IDENTITY("有当事人的证件没有统一校验规则，请人工核对证件。", "法释〔2021〕12号第7条"),
        FOREIGN_ACCOUNT("有申请执行人的收款账户户名与本人不一致，请核对代为收款的特别授权。", "民事诉讼法第62条");

        private final String detail;
        private final String source;

        Kind(String detail, String source) {
            this.detail = detail;
            this.source = source;
        }

        Warning because(Object... values) {
            return new Warning("warning." + name().toLowerCase(Locale.ROOT), detail.formatted(values), source);
        }
    }
}
