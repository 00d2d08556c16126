package court.ledger.log;

import court.platform.merkle.TreeHead;

/**
 * The stored tree is not the one that was signed last: somebody changed it. Nothing is entered until it is restored; the
 * facts wait at the broker.
 */
public final class HistoryChanged extends RuntimeException {

    private static final long serialVersionUID = 1L;

    HistoryChanged(TreeHead signed, TreeHead stored) {
        this("signed " + signed + ", stored " + stored);
    }

    HistoryChanged(String what) {
        super(what);
    }
}
