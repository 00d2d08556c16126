package court.ledger.verify;

/** Where the trouble lies. */
enum Place {
    /** the fact's stored text */
    FACT("事实原文"),
    /** what the ledger's list says of the fact, against the fact's own words */
    LISTING("事实登记"),
    /** the file's stored bytes */
    FILE("文件存储"),
    /** the file's entry in the ledger's list */
    FILE_ENTRY("文件登记"),
    /** the leaf */
    LEAF("账本叶子"),
    /** the nodes between the leaf and the signed root */
    TREE("默克尔树"),
    /** already wrong when it came */
    ARRIVAL("收到之时"),
    /** a number of the sequence that was never or is no longer there */
    SEQUENCE("事实序号");

    private final String chinese;

    Place(String chinese) {
        this.chinese = chinese;
    }

    String chinese() {
        return chinese;
    }
}
