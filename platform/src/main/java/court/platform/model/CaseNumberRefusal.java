package court.platform.model;

/** Why a text is not a case number. */
public enum CaseNumberRefusal implements Refusal {
    NOT_A_CASE_NUMBER;

    @Override
    public Kind kind() {
        return Kind.INVALID;
    }

    @Override
    public String detail() {
        return "案号格式不对，应为“（年份）法院代字＋类型＋序号＋号”，例如（2020）沪0117执1003号，请核对后重新填写。";
    }
}
