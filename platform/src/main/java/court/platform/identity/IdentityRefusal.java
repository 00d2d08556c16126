package court.platform.identity;

import court.platform.model.Refusal;

/** Why the number of a paper is not taken. Never repeats the number: it would end up in logs and error texts. */
public enum IdentityRefusal implements Refusal {
    NUMBER_MISSING("请填写证件号码。"),
    ID_CARD_FORM("身份证号码应为18位：前17位是数字，末位是数字或X，请对照身份证重新填写。"),
    ID_CARD_DIVISION("身份证号码开头的地区代码不存在，请核对前6位后重新填写。"),
    ID_CARD_BIRTH_DATE("身份证号码中的出生日期不存在或晚于今天，请核对第7至14位后重新填写。"),
    ID_CARD_CHECK_DIGIT("身份证号码校验不通过，可能有数字填错或前后颠倒，请对照身份证逐位核对。"),
    CREDIT_CODE_FORM("统一社会信用代码应为18位数字和大写字母，不含I、O、S、V、Z，请对照营业执照重新填写。"),
    CREDIT_CODE_CHECK_CHARACTER("统一社会信用代码校验不通过，可能有字符填错，请对照营业执照逐位核对。"),
    PASSPORT_FORM("护照号码应为5至20位字母或数字，不含空格，请核对后重新填写。"),
    HK_MACAO_PERMIT_FORM("港澳居民来往内地通行证号码应以H或M开头，后接8位或10位数字，请核对后重新填写。"),
    TAIWAN_PERMIT_FORM("台湾居民来往大陆通行证号码应为8位数字，旧版为10位数字可加1位字母（不写括号），请核对后重新填写。"),
    FOREIGN_FORM("境外证件号码应为3至40位字母、数字、空格或“-”“.”“/”，请核对后重新填写。"),
    OTHER_FORM("证件号码应为2至50位文字、字母、数字或括号、“-”“.”“/”，请核对后重新填写。");

    private final String detail;

    IdentityRefusal(String detail) {
        this.detail = detail;
    }

    @Override
    public Kind kind() {
        return Kind.INVALID;
    }

    @Override
    public String detail() {
        return detail;
    }
}
