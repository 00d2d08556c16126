package court.ledger.verify;

/** What was found of one item. */
enum Outcome {
    /** 完好 */
    INTACT,
    /** 损坏: it is there and not what it was */
    DAMAGED,
    /** 缺失 */
    MISSING,
    /** 依法删除: its key was destroyed on purpose, which is no damage; its leaf stays */
    DELETED;

    boolean isTrouble() {
        return this == DAMAGED || this == MISSING;
    }
}
