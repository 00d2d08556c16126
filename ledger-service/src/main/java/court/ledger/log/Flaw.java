package court.ledger.log;

/** What was wrong with a fact when it arrived. It was taken in all the same: a ledger that refuses loses evidence. */
public enum Flaw {
    /** The speaker's digests are not those of the bytes that came. */
    DIGESTS_DIFFER("收到的内容与发送方声明的摘要不一致"),
    /** No readable id, case, or place in its sequence. */
    HEADERS_UNREADABLE("编号、案件或序号无法识别"),
    /** The list of files cannot be read, so its files have no leaves. */
    FILES_UNREADABLE("文件清单无法识别"),
    /** Another fact with the same id but other contents came before. */
    ID_REUSED("同一编号先前已有不同内容");

    private final String sentence;

    Flaw(String sentence) {
        this.sentence = sentence;
    }

    /** One Chinese clause for the verification report. */
    public String sentence() {
        return sentence;
    }
}
