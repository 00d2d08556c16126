package court.ledger.log;

import court.platform.merkle.Frontier;
import java.util.Set;
import java.util.UUID;

/**
 * What the ledger has before a batch is entered; the tree is locked meanwhile, so it stays true.
 *
 * @param facts of the batch, those already entered
 * @param files of the batch, those that already have a leaf
 */
record Known(Frontier frontier, Set<FactKey> facts, Set<FileKey> files) {

    /** The same id with other bytes is another fact, and somebody will want to know. */
    record FactKey(UUID factId, String sha256) {}

    /** The same bytes in two cases are two files. */
    record FileKey(UUID caseId, String sha256) {}
}
