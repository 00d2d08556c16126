package court.ledger.verify;

import org.jspecify.annotations.Nullable;

/**
 * What was found of one item and, unless it is intact, where and what.
 *
 * @param detail Chinese, without contents and names
 */
record Finding(
        Outcome outcome, @Nullable Place where, @Nullable String detail) {

    static final Finding INTACT = new Finding(Outcome.INTACT, null, null);

    static Finding damaged(Place where, String detail) {
        return new Finding(Outcome.DAMAGED, where, where.chinese() + "：" + detail);
    }

    static Finding missing(Place where, String detail) {
        return new Finding(Outcome.MISSING, where, where.chinese() + "：" + detail);
    }
}
