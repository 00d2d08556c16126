package court.ledger.audit;

/** What kind of stored thing is not as it was written. */
public enum Spot {
    /** a row of leaf */
    LEAF("账本叶子"),
    /** a row of node */
    NODE("默克尔树节点"),
    /** a file of the public log: hashes, entries or checkpoint */
    TILE("公布的日志文件"),
    /** a fact: its row or its exact bytes */
    FACT("事实登记或原文"),
    /** a row of file */
    FILE_ENTRY("文件登记"),
    /** a row of mention */
    MENTION("附件关系"),
    /** the stored bytes of a file */
    FILE("文件存储"),
    /** a row of checkpoint */
    CHECKPOINT("检查点"),
    /** a row of cosignature */
    COSIGNATURE("见证签名"),
    /** the numbers that say how large the log is and how much of it was shown */
    SIZE("账本大小"),
    /** the log as a whole, against what was seen of it outside */
    HISTORY("账本历史");

    private final String chinese;

    Spot(String chinese) {
        this.chinese = chinese;
    }

    String chinese() {
        return chinese;
    }
}
