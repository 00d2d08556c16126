package court.platform.model;

/** Why an amount is not taken. */
public enum MoneyRefusal implements Refusal {
    NOT_AN_AMOUNT("金额应写成数字，例如 1234.50，请去掉逗号、单位和空格后重新填写。"),
    NEGATIVE("金额不能为负数，请重新填写。"),
    TOO_PRECISE("金额最多保留两位小数（到分），请重新填写。"),
    TOO_LARGE("金额不能超过 9999999999999999.99 元，请核对后重新填写。");

    private final String detail;

    MoneyRefusal(String detail) {
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
