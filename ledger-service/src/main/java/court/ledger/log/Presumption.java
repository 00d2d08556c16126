package court.ledger.log;

/** What the law presumes of data on a chain, and what it does not (rule RE1). */
public final class Presumption {

    /** Stands in every verification report. */
    public static final String STATEMENT =
            "依照《人民法院在线诉讼规则》第十六条至第十九条，数据仅自记入账本（上链）之时起推定未经篡改；" + "记入之前的真实性不在推定范围内。收到、记入账本与锚定的时间分别列明，未列锚定时间即尚未锚定。";

    private Presumption() {}
}
